import { chromium } from "playwright-core";

/** Where Debian and its kin keep it; CHROMIUM names another place. */
const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** What a browser's dialogue for printing asks. */
export interface PrintOptions {
  /** Whether shades are printed; by default they are. */
  readonly shades?: boolean;
  /** Whether the date, the title, an address and the page are printed on the edges of each page. */
  readonly runningHead?: boolean;
}

/** Turns HTML into the bytes of a PDF. */
export type PrintPage = (html: string, options?: PrintOptions) => Promise<Uint8Array>;

const HEAD = `<div style="font-size:8px;width:100%;margin:0 8mm;display:flex;justify-content:space-between"><span>30/12/2023</span><span class="title"></span><span></span></div>`;
const FOOT = `<div style="font-size:8px;width:100%;margin:0 8mm;display:flex;justify-content:space-between"><span>app.ejemplo.gob.pe/POI/Reportes/Anexo.aspx?state=CS</span><span><span class="pageNumber"></span>/<span class="totalPages"></span></span></div>`;

/** Starts Chromium, hands over what prints with it, and stops it whatever happens. */
export async function withChromium<T>(use: (print: PrintPage) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: EXECUTABLE, args: ["--no-sandbox"] });
  try {
    return await use(async (html, { shades = true, runningHead = false } = {}) => {
      const page = await browser.newPage({ javaScriptEnabled: false });
      try {
        await page.setContent(html);
        return await page.pdf({
          preferCSSPageSize: true,
          printBackground: shades,
          ...(runningHead && { displayHeaderFooter: true, headerTemplate: HEAD, footerTemplate: FOOT }),
        });
      } finally {
        await page.close();
      }
    });
  } finally {
    await browser.close();
  }
}
