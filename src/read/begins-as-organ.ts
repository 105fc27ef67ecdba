import { fold } from "../text/fold.ts";

/** Words that the names of organs begin with. */
const ORGANS = new Set(
  (
    "ALCALDIA ALTA AREA CENTRO COMISION COMITE CONCEJO CONSEJO COORDINACION DEFENSORIA DEPARTAMENTO DESPACHO DIRECCION DIVISION " +
    "ESCUELA FACULTAD GERENCIA HOSPITAL INSTITUTO JEFATURA OFICINA ORGANO PRESIDENCIA PROCURADURIA PROGRAMA PROYECTO RECTORADO RED " +
    "SECRETARIA SERVICIO SUB SUBDIRECCION SUBGERENCIA TRIBUNAL UNIDAD VICERRECTORADO"
  ).split(" "),
);

/** Whether a text begins with a word that names of organs begin with: OFICINA DE PRESUPUESTO. */
export function beginsAsOrgan(text: string): boolean {
  return ORGANS.has(firstWord(text));
}

/** The first word of a text, folded. */
export function firstWord(text: string): string {
  return fold(/^\S*/.exec(text)![0]);
}
