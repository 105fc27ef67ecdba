import type { Random } from "../../random.ts";

const VERBS = [
  "ELABORACIÓN DE",
  "SUPERVISIÓN DE",
  "MANTENIMIENTO DE",
  "SEGUIMIENTO DE",
  "ASISTENCIA TÉCNICA PARA",
  "GESTIÓN DE",
  "FORMULACIÓN Y EVALUACIÓN DE",
  "DIFUSIÓN DE",
  "CAPACITACIÓN EN",
  "ACTUALIZACIÓN DE",
];
const THINGS = [
  "INFORMES TÉCNICOS",
  "ESTACIONES HIDROMÉTRICAS",
  "EXPEDIENTES ADMINISTRATIVOS",
  "CANALES DE RIEGO",
  "LA RED VIAL DEPARTAMENTAL",
  "RECURSOS HUMANOS",
  "PROGRAMAS PRESUPUESTALES",
  "BIENES Y SERVICIOS",
  "INSTRUMENTOS DE GESTIÓN",
  "PELIGROS GEOLÓGICOS",
  "CADENAS PRODUCTIVAS DE CAFÉ-CACAO",
  "SISTEMAS DE INFORMACIÓN",
];
const TAILS = [
  "EN EL ÁMBITO REGIONAL",
  "DE ACUERDO CON LA NORMATIVA VIGENTE",
  "CON ENFOQUE DE GÉNERO, INTERCULTURALIDAD Y DERECHOS",
  "PARA EL PERIODO 2019-2023",
  "EN ZONAS RURALES DE LAS PROVINCIAS DEL NORTE",
  "DE LA OFICINA DE ADMINISTRACIÓN",
  "CON PARTICIPACIÓN DE LA POBLACIÓN ORGANIZADA",
  "SEGÚN EL DECRETO LEGISLATIVO N° 1440",
  "Y SUS UNIDADES ORGÁNICAS",
  "(COD. UNICO 2195475)",
  "EN 12 DISTRITOS PRIORIZADOS",
  "DE NIÑAS, NIÑOS Y ADOLESCENTES",
];
const ORGANS = [
  "ALTA DIRECCIÓN",
  "ÓRGANO DE CONTROL INSTITUCIONAL",
  "OFICINA DE ASESORÍA JURÍDICA",
  "OFICINA DE PLANEAMIENTO Y PRESUPUESTO",
  "OFICINA DE ADMINISTRACIÓN",
  "UNIDAD DE RECURSOS HUMANOS",
  "DIRECCIÓN DE ESTUDIOS Y PROYECTOS",
  "DIRECCIÓN DE GESTIÓN DEL RIESGO",
  "GERENCIA DE DESARROLLO ECONÓMICO",
];
const PLACES = [
  ["150103", "ATE"],
  ["150114", "LA MOLINA"],
  ["150132", "SAN JUAN DE LURIGANCHO"],
  ["040103", "CAYMA"],
  ["120114", "EL TAMBO"],
  ["060101", "CAJAMARCA"],
  ["010000", "- TODOS -"],
] as const;
const UNITS = [
  ["060", "INFORME"],
  ["201", "INFORME TECNICO"],
  ["036", "DOCUMENTO"],
  ["248", "REPORTE"],
  ["080", "NORMA"],
  ["086", "PERSONA"],
  ["616", "PROYECTOS DE INVESTIGACION"],
  ["562", "PLATAFORMA LOGISTICA"],
  ["103", "SUPERVISION"],
  ["227", "CAPACITACION"],
] as const;
const REASONS = [
  "Meta física programada y ejecutada",
  "Meta física no programada. Meta financiera ejecutada (Remuneración 01 728)",
  "Se ejecutó el 80% de lo programado por demora en la convocatoria, N 45 Reporte de ..,",
  "Reprogramado para el siguiente trimestre",
  "",
  "Ejecución correspondiente al servicio de 3 locadores (3613.40+4013.40+3613.40)",
];

/** The name of an activity: mostly a few words, sometimes one, sometimes as many as fill nine lines. */
export function activityName(random: Random): string {
  const kind = random.weighted([1, 5, 4, 2]);
  if (kind === 0) return random.pick(["OTROS", "CAPACITACIÓN", "ASESORAMIENTO LEGAL", "CONTROL CONCURRENTE"]);
  const tails = kind === 1 ? 0 : kind === 2 ? random.int(1, 2) : random.int(3, 6);
  const words = [
    random.pick(VERBS),
    random.pick(THINGS),
    ...random.shuffle(TAILS).slice(0, tails),
    ...(random.chance(0.1) ? [`${random.int(1, 40)}`] : []),
  ];
  return words.join(" ");
}

/** The text of an objective or an action. */
export function aimName(random: Random): string {
  const tails = random.weighted([4, 3, 2, 1]);
  return `${random.pick(["FORTALECER", "MEJORAR", "PROMOVER", "INCREMENTAR"])} ${[random.pick(THINGS), ...random.shuffle(TAILS).slice(0, tails)].join(" ")}`;
}

export function organName(random: Random): string {
  return random.pick(ORGANS);
}

export function placeOf(random: Random): readonly [string, string] {
  return random.pick(PLACES);
}

export function unitOf(random: Random): readonly [string, string] {
  return random.pick(UNITS);
}

export function reasonOf(random: Random): string {
  const times = random.weighted([5, 2, 1]) + 1;
  return Array.from({ length: times }, () => random.pick(REASONS))
    .filter((text) => text !== "")
    .join(" ");
}
