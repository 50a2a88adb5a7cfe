/** For tests: small files with the headings that service desks, call systems and survey tools give their exports. */

export interface Export {
  readonly name: string;
  readonly content: Buffer;
}

const pick = <T>(items: readonly [T, ...T[]], index: number): T => items[index % items.length] ?? items[0];
const two = (value: number): string => String(value).padStart(2, '0');

/** Something every 37 minutes from 1 March 2025 on. */
const moment = (index: number, plusMinutes = 0): Date =>
  new Date(Date.UTC(2025, 2, 1, 8) + (index * 37 + plusMinutes) * 60_000);
const iso = (date: Date): string => date.toISOString().slice(0, 19).replace('T', ' ');
const european = (date: Date, mark: string): string =>
  [two(date.getUTCDate()), two(date.getUTCMonth() + 1), date.getUTCFullYear()].join(mark);
const time = (date: Date): string => date.toISOString().slice(11, 19);
const twelve = (date: Date): string =>
  `${date.getUTCHours() % 12 || 12}:${two(date.getUTCMinutes())} ${date.getUTCHours() < 12 ? 'AM' : 'PM'}`;
const american = (date: Date): string =>
  `${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}/${date.getUTCFullYear()} ${twelve(date)}`;

function table(
  name: string,
  head: string,
  rows: number,
  row: (index: number) => readonly (string | number)[],
  { mark = ',', encoding = 'utf8' as BufferEncoding, ends = '\n' } = {},
): Export {
  const field = (value: string | number): string =>
    String(value).includes(mark) ? `"${value}"` : String(value);
  const lines = Array.from({ length: rows }, (_, index) => row(index).map(field).join(mark));
  return { name, content: Buffer.from([head, ...lines, ''].join(ends), encoding) };
}

export const zendesk = table(
  'zendesk_export_2025-03.csv',
  'Id,Requester,Requester email,Subject,Created at,Solved at,Updated at,Status,Priority,Group,Assignee,Via,Type,Tags,Satisfaction Score,Reopens,First reply time in minutes',
  200,
  (n) => [
    1000 + n,
    `Anna Rossi ${n}`,
    `anna${n}@example.com`,
    `Where is my order, number ${n}?`,
    iso(moment(n)).slice(0, 16),
    n % 3 === 0 ? iso(moment(n, 300)).slice(0, 16) : '',
    iso(moment(n, 400)).slice(0, 16),
    pick(['Open', 'Pending', 'Solved', 'Closed', 'Hold', 'Deleted'], n),
    pick(['Urgent', 'High', 'Normal', 'Low', ''], n),
    pick(['Billing', 'Tier 2'], n),
    pick(['Joe Doe', ''], n),
    pick(['Mail', 'Web form', 'Chat', 'Phone call'], n),
    pick(['Question', 'Problem'], n),
    'vip, order',
    pick(['Good', 'Bad', 'Offered', ''], n),
    n % 3,
    5 + n,
  ],
);

export const freshdesk = table(
  'tickets.csv',
  '\ufeffTicket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Resolved time,Closed time,Last update time,Initial response time,Time tracked,Product,Full name,Email',
  200,
  (n) => [
    n + 1,
    `Printer ${n}`,
    pick(['Open', 'Pending', 'Resolved', 'Closed', 'Waiting on Customer', 'Waiting on Third Party'], n),
    pick(['Low', 'Medium', 'High', 'Urgent'], n),
    pick(['Email', 'Portal', 'Phone', 'Chat'], n),
    pick(['Incident', 'Question'], n),
    pick(['No Agent', 'Bob B'], n),
    'IT',
    iso(moment(n)),
    iso(moment(n, 600)),
    '',
    iso(moment(n, 700)),
    iso(moment(n, 20)),
    `00:${10 + (n % 50)}:00`,
    pick(['A', 'B'], n),
    `Mr ${n}`,
    `a${n}@x.org`,
  ],
  { ends: '\r\n' },
);

export const jira = table(
  'jira.csv',
  'Issue Type,Issue key,Issue id,Summary,Reporter,Assignee,Priority,Status,Created,Updated,Resolved',
  200,
  (n) => {
    const written = (date: Date): string => `${two(date.getUTCDate())}/Mar/25 ${twelve(date)}`;
    return [
      pick(['Service Request', 'Incident'], n),
      `SUP-${n}`,
      20_000 + n,
      `VPN down ${n}`,
      `u${n % 30}`,
      pick(['kim', 'lee', ''], n),
      pick(['Highest', 'High', 'Medium', 'Low', 'Lowest'], n),
      pick(
        ['Waiting for support', 'Waiting for customer', 'In Progress', 'Resolved', 'Closed', 'Canceled'],
        n,
      ),
      written(moment(n)),
      written(moment(n, 60)),
      written(moment(n, 90)),
    ];
  },
);

export const contactCentre = table(
  'calls genesys.csv',
  'Conversation ID,Date,Direction,Media Type,Queue,ANI,Users,Wrap-up,Total Queue,Total Talk,Total Hold,Total ACW,Abandoned',
  200,
  (n) => {
    const lost = n % 5 === 0;
    const taken = (value: number | string): number | string => (lost ? '' : value);
    return [
      `c-${n}`,
      american(moment(n)),
      'Inbound',
      'voice',
      pick(['Sales', 'Support'], n),
      `tel:+1555${1_000_000 + n}`,
      taken('Ann Lee'),
      taken('resolved'),
      3 + (n % 90),
      taken(20 + n),
      taken(n % 9),
      taken(n % 60),
      lost ? 'YES' : 'NO',
    ];
  },
);

export const italian = table(
  'segnalazioni marzo.csv',
  'Numero ticket;Oggetto;Stato;Priorità;Canale;Categoria;Operatore;Data apertura;Data chiusura;Codice cliente;Tempo lavorazione (min)',
  400,
  (n) => [
    5000 + n,
    `Perché non va più? (${n})`,
    pick(['Aperto', 'In lavorazione', 'In attesa cliente', 'Chiuso', 'Risolto'], n),
    pick(['Alta', 'Media', 'Bassa'], n),
    pick(['E-mail', 'Telefono', 'Sportello'], n),
    pick(['Fatture', 'Guasti'], n),
    pick(['Mario', 'Non assegnato'], n),
    `${european(moment(n), '/')} ${time(moment(n)).slice(0, 5)}`,
    `${european(moment(n, 90), '/')} ${time(moment(n, 90)).slice(0, 5)}`,
    `C${n % 70}`,
    `${n % 90},5`,
  ],
  { mark: ';', encoding: 'latin1', ends: '\r\n' },
);

export const german = table(
  'anrufe.csv',
  'Anruf-ID;Datum;Uhrzeit;Warteschlange;Rufnummer;Ergebnis;Mitarbeiter;Wartezeit (s);Gesprächsdauer;Nachbearbeitung',
  200,
  (n) => {
    const lost = n % 5 === 0;
    return [
      `A${n}`,
      european(moment(n), '.'),
      time(moment(n)),
      pick(['Technik', 'Vertrieb'], n),
      `+49 151 ${100_000 + n}`,
      lost ? 'aufgelegt' : 'angenommen',
      lost ? '' : 'Müller',
      n % 90,
      lost ? '0:00:00' : `0:0${1 + (n % 9)}:10`,
      lost ? '' : '0:00:30',
    ];
  },
  { mark: ';', encoding: 'latin1' },
);

export const french = table(
  'enquete.tsv',
  'Date de réponse\tNote\tCommentaire\tN° ticket\tConseiller',
  120,
  (n) => [
    european(moment(n * 40), '/'),
    1 + (n % 5),
    pick(['Très bien', '', 'Déçu de l’attente au téléphone, et personne ne rappelle'], n),
    `T${n}`,
    'Léa',
  ],
  { mark: '\t' },
);

export const spanish = table(
  'incidencias.csv',
  'id;fecha_creacion;estado;prioridad;motivo;agente;canal;cliente',
  120,
  (n) => [
    n,
    `${45_700 + n},25`,
    pick(['Abierto', 'Cerrado', 'Pendiente'], n),
    pick(['Alta', 'Baja'], n),
    pick(['Facturación', 'Avería'], n),
    pick(['Ana', 'sin asignar'], n),
    'Teléfono',
    pick(['0', '77', '91'], n),
  ],
  { mark: ';' },
);
