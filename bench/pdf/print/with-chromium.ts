import { chromium } from "playwright-core";

/** Where Debian and its kin keep it; CHROMIUM names another place. */
const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Turns HTML into the bytes of a PDF. */
export type PrintPage = (html: string) => Promise<Uint8Array>;

/** Starts Chromium, hands over what prints with it, and stops it whatever happens. */
export async function withChromium<T>(use: (print: PrintPage) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ["--no-sandbox"] });
  try {
    return await use(async (html) => {
      const page = await browser.newPage({ javaScriptEnabled: false });
      try {
        await page.setContent(html);
        return await page.pdf({ preferCSSPageSize: true, printBackground: true });
      } finally {
        await page.close();
      }
    });
  } finally {
    await browser.close();
  }
}
