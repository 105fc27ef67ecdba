import { htmlText } from "../../pdf/print/html-text.ts";
import type { BlockLook } from "../look.ts";

export const STAMP = `<div class="stamp">Firmado digitalmente por:<br>FUNCIONARIO DE EJEMPLO FAU 20100000001 hard<br>Motivo: Soy el autor del documento<br>Fecha: 10/10/2022 15:57:45-0500</div>`;

/** A text drawn as producers do: whole, letter by letter, or with gaps where letters are kerned. */
export function drawText(text: string, drawing: BlockLook["drawing"]): string {
  if (drawing === "letters" && /^[0-9.,]+$/.test(text))
    return `<span class="apart">${[...text].map((letter) => `<span>${letter}</span>`).join("")}</span>`;
  if (drawing === "kerned")
    return htmlText(text).replace(
      /\b(A|AV|P|T)(?=[A-ZÁÉÍÓÚÑ]{3})/g,
      '<span style="letter-spacing:0.14em">$1</span>',
    );
  return htmlText(text);
}

const PROSE =
  "El presente documento se elabora de acuerdo con la Guía para el Planeamiento Institucional y contiene la programación de las actividades operativas e inversiones de la entidad, de los centros de costo y de las acciones estratégicas OEI.01 y AEI.01.02, con la actividad AOI00012300045 como ejemplo.";

/** Pages before the report: prose, and a table of another kind. */
export function prosePages(count: number): string {
  return Array.from(
    { length: count },
    (_, i) =>
      `<div class="prose"><h2>${i + 1}. Presentación</h2><p>${PROSE}</p><p>${PROSE}</p><table><tr><td>OEI</td><td>Objetivo</td><td>2021</td><td>2022</td></tr><tr><td>OEI.01</td><td>FORTALECER LA GESTIÓN</td><td>12</td><td>1,250.00</td></tr><tr><td>AEI.01.01</td><td>INSTRUMENTOS DE GESTIÓN</td><td>4</td><td>925.50</td></tr></table><p>${PROSE}</p></div>`,
  ).join("");
}
