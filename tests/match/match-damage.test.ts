import { afterAll, describe, expect, it } from "vitest";
import { loadFamily } from "../../src/acquire/load-family.ts";
import { createMatcher } from "../../src/match/match-name.ts";
import { randomFrom } from "./random-from.ts";

/** Ways in which copies and OCR spoil a name. Each takes a printed name and gives a damaged one. */
const random = randomFrom(20231);
const at = (text: string) => Math.floor(random() * text.length);
const letter = () => String.fromCharCode(65 + Math.floor(random() * 26));
const put = (text: string, i: number, length: number, piece: string) =>
  text.slice(0, i) + piece + text.slice(i + length);
const looks: Record<string, string> = { O: "0", I: "1", S: "5", B: "8", G: "6", Z: "2" };

const light: Record<string, (text: string) => string> = {
  "a wrong letter": (text) => put(text, at(text), 1, letter()),
  "a lost letter": (text) => put(text, at(text), 1, ""),
  "an extra letter": (text) => put(text, at(text), 0, letter()),
  "two letters swapped": (text) => {
    const i = Math.min(at(text), text.length - 2);
    return put(text, i, 2, `${text[i + 1]}${text[i]}`);
  },
  "letters read as digits": (text) => [...text].map((c) => (random() < 0.3 ? (looks[c] ?? c) : c)).join(""),
  "lost spaces": (text) => [...text].filter((c) => c !== " " || random() < 0.5).join(""),
  "extra spaces": (text) => [...text].map((c) => (random() < 0.1 ? `${c} ` : c)).join(""),
  "a break with a hyphen": (text) => put(text, at(text), 0, "- "),
  "lower case": (text) => text.toLowerCase(),
  "a lost small word": (text) => text.replace(/ (DE|Y|AL|DEL) /, " "),
};
const heavy: Record<string, (text: string) => string> = {
  "a lost word": (text) => {
    const words = text.split(" ");
    words.splice(Math.floor(random() * words.length), 1);
    return words.join(" ");
  },
  "a cut end": (text) => text.slice(0, 3 + at(text)),
  "a cut end with dots": (text) => `${text.slice(0, 3 + at(text))}…`,
  "a cut start": (text) => text.slice(at(text)),
  "five wrong letters": (text) => [1, 2, 3, 4, 5].reduce((t) => put(t, at(t), 1, letter()), text),
  "everything at once": (text) =>
    Object.values(light).reduce((t, damage) => (random() < 0.4 ? damage(t) : t), text),
};

const { organs, units } = await loadFamily("sat-lima");
const printed = (name: string) => name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
const rounds = 60;

describe.each([
  ["organs", organs],
  ["units", units],
] as const)("damaged names of %s", (title, names) => {
  const match = createMatcher(names, 2023);
  const recalls: string[] = [];
  afterAll(() => console.info(`${title} matched after ${recalls.join(", ")}`));
  const run = (damage: (text: string) => string) => {
    let right = 0;
    const wrong: string[] = [];
    for (const { id, name } of names) {
      for (let i = 0; i < rounds; i++) {
        const raw = damage(printed(name));
        const matched = match(raw);
        if (matched.id === id) right += 1;
        // A cut may leave the very name of another organ ("… INSTITUCIONAL"), and nothing can tell then.
        else if (matched.method === "fuzzy") wrong.push(`${raw} → ${matched.id}`);
      }
    }
    return { wrong, recall: right / (names.length * rounds) };
  };

  it.each(Object.keys({ ...light, ...heavy }))("are never taken for another: %s", (kind) => {
    const { wrong, recall } = run({ ...light, ...heavy }[kind]!);
    recalls.push(`${kind}: ${(100 * recall).toFixed(1)} %`);
    expect(wrong).toEqual([]);
  });
});

describe("recall over the organs, the rest being left to a person", () => {
  const match = createMatcher(organs, 2023);
  it.each(Object.entries(light))("is at least 17 in 20 after %s", (_, damage) => {
    const tries = organs.flatMap(({ id, name }) =>
      Array.from({ length: rounds }, () => match(damage(printed(name))).id === id),
    );
    expect(tries.filter(Boolean).length / tries.length).toBeGreaterThanOrEqual(0.85);
  });
});

describe("an organ that is not in the list", () => {
  it.each(organs.map(({ name }) => name))("is not taken for one that is: without %s", (name) => {
    const match = createMatcher(
      organs.filter((organ) => organ.name !== name),
      2023,
    );
    expect(match(printed(name)).name).toBeNull();
    for (const damage of Object.values({ ...light, ...heavy })) {
      const matched = match(damage(printed(name)));
      if (matched.name !== null) expect(matched.method).not.toBe("fuzzy");
    }
  });
});
