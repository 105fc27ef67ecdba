import { describe, expect, it } from "vitest";
import type { Family } from "../../src/family.ts";
import { loadTableFamily } from "../support/load-table-family.ts";
import { town } from "./family-fixture.ts";
import { readText, rowsOf, textsOf } from "./read.ts";

/** Any entity's plan: no organ is known by name. */
const generic: Family = await loadTableFamily("generic");

const months = "ENE FEB MAR ABR MAY JUN JUL AGO SET OCT NOV DIC".split(" ");
const TITLE = "PLAN OPERATIVO INSTITUCIONAL 2024";

/** A line of `pdftotext -layout`: texts at their places, then numbers in columns of five from 46 on. */
function print(
  texts: readonly (readonly [at: number, text: string])[],
  numbers: readonly string[] = [],
): string {
  const labels = texts.reduce((line, [at, text]) => line.padEnd(at) + text, "");
  return (
    labels.padEnd(numbers.length > 0 ? 42 : 0) + numbers.map((text) => text.padStart(5)).join("")
  ).trimEnd();
}

const year = (each: number) => [String(each * 12), ...Array<string>(12).fill(String(each))];

const banded = [
  TITLE,
  print(
    [
      [0, "N°"],
      [5, "ACTIVIDAD"],
      [30, "U.M."],
    ],
    ["META", ...months],
  ),
  print([[0, "Gerencia de Servicios a la Ciudad y del Ambiente"]]),
  print([[4, "Recojo de"]]),
  print(
    [
      [0, "1"],
      [28, "Tonelada"],
    ],
    year(3),
  ),
  print([[4, "residuos"]]),
  print([[4, "Emisión de"]]),
  print(
    [
      [0, "2"],
      [4, "resoluciones"],
      [28, "Documento"],
    ],
    year(20),
  ),
  print([[4, "de alcaldía"]]),
  print([[4, "SUBTOTAL"]], year(23)),
  print([[0, "Oficina de Tesorería"]]),
  print([[4, "Limpieza de"]]),
  print(
    [
      [0, "3"],
      [28, "Informe"],
    ],
    year(1),
  ),
  print([[4, "vías"]]),
  print([[4, "TOTAL"]], year(24)),
];

describe("bands over rows, in text by spaces", () => {
  const document = readText(banded.join("\n"), generic);
  const rows = rowsOf(document);

  it("name the organ of the rows under them, though no organ is known", () => {
    expect(
      rows.map(({ kind, labels }) => [kind, labels.organ, labels.activity ?? labels.label, labels.unit]),
    ).toEqual([
      ["activity", "Gerencia de Servicios a la Ciudad y del Ambiente", "Recojo de residuos", "Tonelada"],
      [
        "activity",
        "Gerencia de Servicios a la Ciudad y del Ambiente",
        "Emisión de resoluciones de alcaldía",
        "Documento",
      ],
      ["total", undefined, "SUBTOTAL", undefined],
      ["activity", "Oficina de Tesorería", "Limpieza de vías", "Informe"],
      ["total", undefined, "TOTAL", undefined],
    ]);
  });

  it("name it without the word for organs before it", () => {
    const named = banded.map((line) => (line.startsWith("Oficina") ? `Unidad orgánica: ${line}` : line));
    const organs = rowsOf(readText(named.join("\n"), generic)).map(({ labels }) => labels.organ);
    expect(organs).toEqual(rows.map(({ labels }) => labels.organ));
  });

  it("leave every line of numbers a row of its own", () => {
    expect(rows.map(textsOf)).toEqual([year(3), year(20), year(23), year(1), year(24)]);
  });
});

describe("a text over the border of two columns, in text by spaces", () => {
  const plan = (text: string, ...under: string[]) =>
    rowsOf(
      readText(
        [
          TITLE,
          print(
            [
              [0, "ÓRGANO"],
              [16, "ACTIVIDAD"],
              [32, "U.M."],
            ],
            ["META", ...months],
          ),
          ...["Poda", "Riego", "Siembra"].map((name, k) =>
            print(
              [
                [0, "Oficina A"],
                [16, name],
                [32, "Informe"],
              ],
              year(k + 2),
            ),
          ),
          print(
            [
              [0, text],
              [32, "Informe"],
            ],
            year(7),
          ),
          ...under,
        ].join("\n"),
        generic,
      ),
    ).at(-1);

  it("is parted where it crosses it, and doubted", () => {
    const row = plan("Oficina de Obras Barrido vías");
    expect(row?.doubts?.map(({ code }) => code)).toEqual(["labels-doubted"]);
  });

  it("is doubted as well in the rows that have it from above", () => {
    const under = (...labels: [number, string][]) => print(labels, year(9));
    const merged = plan("Oficina de Obras Barrido vías", under([16, "Poda"], [32, "Informe"]));
    expect(merged?.labels).toMatchObject({ activity: "Poda", unit: "Informe" });
    expect(merged?.doubts?.map(({ code }) => code)).toEqual(["labels-doubted"]);
    const own = plan("Oficina de Obras Barrido vías", under([0, "Oficina B"], [16, "Poda"], [32, "Informe"]));
    expect(own?.doubts).toBeUndefined();
  });

  it("is not doubted where a gap parts it", () => {
    const row = plan("Oficina Obra    Barrido vías");
    expect(row?.labels).toEqual({ organ: "Oficina Obra", activity: "Barrido vías", unit: "Informe" });
    expect(row?.doubts).toBeUndefined();
  });
});

describe("a row with fewer numbers than columns, in text by spaces", () => {
  const withRow = (numbers: string) => {
    const row = `${print([
      [0, "4"],
      [4, "Poda"],
      [28, "Informe"],
    ]).padEnd(42)}${numbers}`;
    return rowsOf(readText([...banded.slice(0, 16), row, ...banded.slice(16)].join("\n"), generic)).find(
      ({ labels }) => labels.activity?.startsWith("Poda"),
    );
  };

  it("has its blanks where its numbers leave columns", () => {
    const row = withRow("   10    5              5");
    expect(textsOf(row)).toEqual(["10", "5", "", "", "5"]);
    expect(row?.blanksLost).toBeUndefined();
  });

  it("says that they are lost where its numbers stand between the columns", () => {
    const row = withRow("10 1 2 1 2 1 3");
    expect(textsOf(row)).toEqual(["10", "1", "2", "1", "2", "1", "3"]);
    expect(row?.blanksLost).toBe(true);
  });
});

describe("rows of sums, in text by spaces", () => {
  it("stay sums where a text that breaks off stands over them", () => {
    const lines = banded.slice(0, 9).concat(print([[4, "de alcaldía y de"]]), banded.slice(9));
    expect(rowsOf(readText(lines.join("\n"), generic)).map(({ kind }) => kind)).toEqual([
      "activity",
      "activity",
      "total",
      "activity",
      "total",
    ]);
  });
});

describe("a table that begins with its activities", () => {
  const header = print(
    [
      [0, "ACTIVIDAD"],
      [30, "U.M."],
    ],
    ["META", ...months],
  );
  const row = (text: string, each: number) =>
    print(
      [
        [0, text],
        [28, "Informe"],
      ],
      year(each),
    );

  it("has a band or the first line of an activity doubted", () => {
    const lines = [
      TITLE,
      header,
      row("Control", 1),
      print([[0, "Tesorería"]]),
      row("Pagos", 2),
      row("Cobros", 3),
    ];
    const document = readText(lines.join("\n"), generic);
    expect(rowsOf(document).map(textsOf)).toEqual([year(1), year(2), year(3)]);
    expect(document.flags.map(({ code }) => code)).toEqual(["labels-doubted"]);
    expect(document.flags[0]!.message).toMatch(/Page 1: .*: 4$/);
  });

  it("is not doubted where no line stands between its rows", () => {
    const document = readText([TITLE, header, row("Control", 1), row("Pagos", 2)].join("\n"), generic);
    expect(document.flags).toEqual([]);
  });
});

describe("a label wider than its header", () => {
  it("is no number, and the number after it no label", () => {
    const header = print(
      [
        [0, "ACTIVIDAD"],
        [30, "U.M."],
      ],
      ["META", ...months],
    );
    const wide = (text: string) =>
      print([
        [0, text],
        [30, "Expediente técnico"],
      ]).padEnd(49);
    const lines = [
      TITLE,
      header,
      ...["Control", "Pagos"].map((text) => `${wide(text)}12${"    1".repeat(12)}`),
    ];
    const rows = rowsOf(readText(lines.join("\n"), generic));
    expect(rows.map(({ labels }) => labels)).toEqual([
      { activity: "Control", unit: "Expediente técnico" },
      { activity: "Pagos", unit: "Expediente técnico" },
    ]);
    expect(rows.map(textsOf)).toEqual([year(1), year(1)]);
  });
});

describe("a column that prints nothing", () => {
  const header = print(
    [
      [0, "ACTIVIDAD"],
      [30, "U.M."],
    ],
    ["META", ...months],
  );
  const read = (rows: readonly string[]) => readText([TITLE, header, ...rows].join("\n"), generic).flags;
  const row = (text: string) => print([[0, text]], year(1));

  it("has the labels of the page doubted", () => {
    expect(read(["Control", "Pagos", "Cobros"].map(row))).toMatchObject([
      {
        code: "labels-doubted",
        severity: "warning",
        message: expect.stringContaining("nothing stands under unit"),
      },
    ]);
  });

  it("may be blank over one or two rows", () => {
    expect(read(["Control", "Pagos"].map(row))).toEqual([]);
  });
});

describe("rows of sums whose names are printed across the columns", () => {
  const header = print(
    [
      [0, "ACTIVIDAD"],
      [30, "U.M."],
    ],
    ["META", ...months],
  );
  const activity = (text: string, each: number) =>
    print(
      [
        [0, text],
        [28, "Acción"],
      ],
      year(each),
    );

  it("are sums, on one line or on two", () => {
    const lines = [
      TITLE,
      header,
      print([[0, "Oficina General de Planeamiento y Presupuesto"]]),
      activity("Seguimiento", 3),
      print([[0, "SUBTOTAL Oficina General de Planeamiento y"]]),
      print([[0, "Presupuesto"]], year(3)),
      activity("Archivo", 4),
      print([[0, "SUBTOTAL Oficina de Asesoría Legal"]], year(4)),
    ];
    const rows = rowsOf(readText(lines.join("\n"), generic));
    expect(rows.map(({ kind, labels }) => [kind, labels.label ?? labels.activity])).toEqual([
      ["activity", "Seguimiento"],
      ["total", "SUBTOTAL Oficina General de Planeamiento y Presupuesto"],
      ["activity", "Archivo"],
      ["total", "SUBTOTAL Oficina de Asesoría Legal"],
    ]);
  });

  it("are no part of the text over them, where there are no columns", () => {
    const lines = [
      TITLE,
      `ACTIVIDAD U.M. META ${months.join(" ")}`,
      "Seguimiento de las",
      `campañas Acción ${year(3).join(" ")}`,
      "vecinales",
      `TOTAL GENERAL ${year(3).join(" ")}`,
    ];
    const rows = rowsOf(readText(lines.join("\n"), generic));
    expect(rows.map(({ kind, labels }) => [kind, labels.label])).toEqual([
      ["activity", undefined],
      ["total", "TOTAL GENERAL"],
    ]);
  });

  it("leave a heading over the header alone", () => {
    const lines = [
      TITLE,
      "II. ACTIVIDADES OPERATIVAS, GRUPO B",
      header,
      activity("Seguimiento", 3),
      print([[0, "SUBTOTAL Oficina de Asesoría Legal"]], year(4)),
    ];
    const rows = rowsOf(readText(lines.join("\n"), generic));
    expect(rows.map(({ labels }) => Object.values(labels).join())).toEqual([
      "Seguimiento,Acción",
      "SUBTOTAL Oficina de Asesoría Legal",
    ]);
  });
});

describe("a name over the codes of its rows", () => {
  const lines = [
    TITLE,
    print(
      [
        [0, "CÓDIGO"],
        [10, "ACTIVIDAD"],
        [30, "MEDIDA"],
      ],
      ["META", ...months],
    ),
    ...["ALCALDÍA", "TESORERÍA"].flatMap((organ, i) => [
      print([[0, organ]]),
      print(
        [
          [1, `AO00${i}`],
          [10, "Control"],
          [28, "Informe"],
        ],
        year(i + 1),
      ),
    ]),
  ];

  it("is the organ of those rows", () => {
    const rows = rowsOf(readText(lines.join("\n"), generic));
    expect(rows.map(({ labels }) => [labels.organ, labels.code, labels.activity, labels.unit])).toEqual([
      ["ALCALDÍA", "AO000", "Control", "Informe"],
      ["TESORERÍA", "AO001", "Control", "Informe"],
    ]);
  });
});

describe("bands over rows, in text without columns", () => {
  const header = ["PLAN OPERATIVO INSTITUCIONAL 2024", "ACTIVIDAD POI U.M. META", months.join(" ")];
  const row = (text: string, each: number) => `${text} Informe ${year(each).join(" ")}`;

  it("are told from texts where organs are known by name", () => {
    const lines = [...header, "ALCALDÍA", row("Control", 1), "GERENCIA DE ADMINISTRACIÓN", row("Pagos", 2)];
    const rows = rowsOf(readText(lines.join("\n"), { ...town, units: generic.units }));
    expect(rows.map(({ labels }) => [labels.organ, labels.activity])).toEqual([
      ["ALCALDÍA", "Control"],
      ["GERENCIA DE ADMINISTRACIÓN", "Pagos"],
    ]);
  });

  it("are said to stand among the texts where they are not", () => {
    const lines = [...header, "ALCALDÍA", row("Control", 1), row("Pagos", 2)];
    const joined = readText(lines.join("\n"), generic).flags.filter(
      ({ code }) => code === "labels-not-split",
    );
    expect(joined.map(({ message }) => message.includes("organ, activity"))).toEqual([true]);
  });
});

describe("lines of two texts that touch, in text by spaces", () => {
  const lines = [
    TITLE,
    print(
      [
        [0, "CATEGORÍA"],
        [12, "ACTIVIDAD"],
        [30, "U.M."],
      ],
      ["META", ...months],
    ),
    ...[1, 2].flatMap((each) => [
      print(
        [
          [0, "Bienes y"],
          [12, "Control de"],
          [28, "Informe"],
        ],
        year(each),
      ),
      print([[0, "Serviciales obras viales"]]),
    ]),
  ];

  it("are no bands where the second begins under the texts of its column", () => {
    const rows = rowsOf(readText(lines.join("\n"), generic));
    expect(rows.map(({ labels }) => [labels.organ, labels.activity])).toEqual([
      [undefined, "Control de obras viales"],
      [undefined, "Control de obras viales"],
    ]);
  });
});

it("a row is in doubt whose text, with lost blanks, ends in the word for a sum", () => {
  const line = (text: string, each: number) => [text, ...year(each)].join(" ");
  const rows = rowsOf(
    readText(
      [
        TITLE,
        ["CENTRO DE COSTO ACTIVIDAD U.M. META", ...months].join(" "),
        ...["Poda Informe", "Riego Taller", "Siembra Visita"].map((text, k) => line(text, k + 2)),
        line("Oficina de Servicios y Ambiente TOTAL", 9),
      ].join("\n"),
      generic,
    ),
  );
  const errorsOf = (k: number) =>
    rows[k]!.doubts?.filter(({ severity }) => severity === "error").map(({ message }) => message) ?? [];
  expect([errorsOf(0), errorsOf(1), errorsOf(2)]).toEqual([[], [], []]);
  expect(errorsOf(3)).toEqual([expect.stringContaining("ends in the word for a sum")]);
});
