/** An entity that does not exist, with what it would print. */
export interface Entity {
  readonly name: string;
  readonly source: string;
  readonly preparedBy: string;
  readonly units: readonly string[];
  readonly organs: readonly { readonly name: string; readonly activities: readonly string[] }[];
}

export const MUNICIPALITY: Entity = {
  name: "Municipalidad Provincial de Valle Nuevo",
  source: "Sistema de Gestión de Planes, corte al 15/01/2025.",
  preparedBy: "Gerencia de Planeamiento y Presupuesto",
  units: ["INFORME", "ACCIÓN", "DOCUMENTO", "PERSONA", "TALLER", "VISITA", "CAMPAÑA", "EXPEDIENTE"],
  organs: [
    {
      name: "ALCALDÍA",
      activities: [
        "CONDUCCIÓN DE LA GESTIÓN MUNICIPAL",
        "ATENCIÓN DE AUDIENCIAS CON ORGANIZACIONES VECINALES DEL CERCADO Y DE LOS CENTROS POBLADOS",
      ],
    },
    {
      name: "GERENCIA DE ADMINISTRACIÓN TRIBUTARIA",
      activities: [
        "RECAUDACIÓN Y FISCALIZACIÓN DEL IMPUESTO PREDIAL",
        "ORIENTACIÓN AL CONTRIBUYENTE EN PLATAFORMA Y POR VÍA TELEFÓNICA",
        "EMISIÓN Y DISTRIBUCIÓN DE CUPONERAS",
        "TRAMITACIÓN DE EXPEDIENTES DE FRACCIONAMIENTO, DEVOLUCIÓN Y COMPENSACIÓN DE TRIBUTOS MUNICIPALES DE AÑOS ANTERIORES",
      ],
    },
    {
      name: "GERENCIA DE DESARROLLO URBANO Y CATASTRO",
      activities: [
        "EMISIÓN DE LICENCIAS DE EDIFICACIÓN",
        "ACTUALIZACIÓN DEL CATASTRO URBANO, INCLUIDA LA VERIFICACIÓN EN CAMPO DE PREDIOS SIN INSCRIPCIÓN",
        "MANTENIMIENTO DE PISTAS Y VEREDAS",
      ],
    },
    {
      name: "SUBGERENCIA DE PARTICIPACIÓN VECINAL Y PROGRAMAS SOCIALES",
      activities: [
        "EMPADRONAMIENTO DE BENEFICIARIOS DEL PROGRAMA DEL VASO DE LECHE",
        "CAPACITACIÓN A JÓVENES, NIÑAS Y NIÑOS EN OFICIOS, DEPORTE Y CULTURA",
        "CAMPAÑAS DE SALUD",
      ],
    },
    {
      name: "GERENCIA DE SERVICIOS PÚBLICOS Y GESTIÓN AMBIENTAL",
      activities: [
        "RECOLECCIÓN Y TRANSPORTE DE RESIDUOS SÓLIDOS",
        "SEGREGACIÓN EN LA FUENTE",
        "MANTENIMIENTO DE ÁREAS VERDES EN PARQUES, BERMAS Y ÓVALOS DE LA CIUDAD",
        "SUPERVISIÓN DE LA CALIDAD DEL AGUA PARA CONSUMO HUMANO EN LOS RESERVORIOS",
      ],
    },
    {
      name: "ÓRGANO DE CONTROL INSTITUCIONAL",
      activities: ["SERVICIOS DE CONTROL POSTERIOR", "SEGUIMIENTO A LA IMPLEMENTACIÓN DE RECOMENDACIONES"],
    },
  ],
};

export const INSTITUTE: Entity = {
  name: "Instituto Nacional de Estudios del Páramo",
  source: "Aplicativo de seguimiento del POI al 08/07/2024",
  preparedBy: "Oficina de Planeamiento, Presupuesto y Modernización",
  units: ["Informe", "Estudio", "Reporte", "Publicación", "Servicio", "Kilómetro", "Persona capacitada"],
  organs: [
    {
      name: "Dirección de Investigación Científica",
      activities: [
        "Monitoreo de glaciares y lagunas altoandinas en la vertiente occidental",
        "Publicación de artículos científicos en revistas indizadas",
        "Estudio de la biodiversidad de los pajonales, bofedales y queñuales",
      ],
    },
    {
      name: "Dirección de Instrumentación",
      activities: [
        "Operación y mantenimiento de estaciones meteorológicas",
        "Calibración de sensores de lluvia, viento y radiación para la red de vigilancia del páramo",
      ],
    },
    {
      name: "Oficina General de Administración",
      activities: [
        "Gestión de la tesorería",
        "Abastecimiento de bienes y contratación de servicios según el Plan Anual de Contrataciones",
        "Administración del personal y pago de planillas",
        "Gestión patrimonial y de almacén",
      ],
    },
    {
      name: "Oficina de Tecnologías de la Información",
      activities: ["Soporte técnico a usuarios", "Desarrollo de sistemas y procesamiento de datos"],
    },
    {
      name: "Secretaría General",
      activities: [
        "Atención de solicitudes de acceso a la información pública dentro del plazo que señala la ley",
        "Gestión documental y archivo",
      ],
    },
  ],
};
