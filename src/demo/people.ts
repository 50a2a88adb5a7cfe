/** The forty people of the service desk, their five teams, and how quick and how liked each really is. */

export interface Team {
  readonly name: string;
  readonly department: string;
  readonly lead: string;
}

/** The order matters: other tables name a team by its place here. */
export const teams = [
  { name: 'Base Camp', department: 'Customer Care', lead: 'A01' },
  { name: 'Orders & Delivery', department: 'Customer Care', lead: 'A13' },
  { name: 'Returns & Billing', department: 'Finance', lead: 'A22' },
  { name: 'Gear Lab', department: 'Product', lead: 'A30' },
  { name: 'Digital Desk', department: 'Customer Care', lead: 'A36' },
] as const satisfies readonly Team[];

export const [baseCamp, orders, returns, gearLab, digitalDesk] = [0, 1, 2, 3, 4] as const;

export interface Agent {
  readonly id: string;
  readonly name: string;
  readonly team: number;
  /** Multiplies the time that work takes: 0.8 is a fifth quicker than usual. */
  readonly speed: number;
  /** Shifts the log-odds of a satisfied customer; 0 is usual. */
  readonly quality: number;
  readonly country: 'IT' | 'GB' | 'IE';
}

type Line = readonly [name: string, speed: number, quality: number, country: Agent['country']];

const baseCampPeople: readonly Line[] = [
  ['Marta Olivero', 0.95, 0.2, 'IT'],
  ['Luca Sandrone', 1.1, 0.05, 'IT'],
  ['Nico Brandani', 0.6, -0.95, 'IT'],
  ['Hannah Whitlock', 1.02, 0.15, 'GB'],
  ['Pietro Gallarate', 1.15, -0.1, 'IT'],
  ['Sofia Rambaldi', 0.92, 0.1, 'IT'],
  ['Owen Tarrant', 1.08, -0.15, 'IE'],
  ['Chiara Monfredi', 0.98, 0.25, 'IT'],
  ['Davide Perrucca', 1.2, -0.2, 'IT'],
  ['Elisa Bertorello', 1, 0, 'IT'],
  ['Callum Reddish', 0.9, -0.05, 'GB'],
  ['Ilaria Cossato', 1.05, 0.1, 'IT'],
];

const ordersPeople: readonly Line[] = [
  ['Stefano Arduino', 1, 0.1, 'IT'],
  ['Tom Ashby', 0.7, 0.7, 'GB'],
  ['Valeria Mondino', 1.12, 0, 'IT'],
  ['Rosa Tagliaferro', 0.96, 0.15, 'IT'],
  ['Ben Harkness', 1.18, -0.25, 'GB'],
  ['Giorgio Lantieri', 1.04, -0.05, 'IT'],
  ['Noemi Fassone', 0.9, 0.05, 'IT'],
  ['Aoife Kinsella', 0.98, 0.1, 'IE'],
  ['Matteo Ravizza', 1.1, -0.1, 'IT'],
];

const returnsPeople: readonly Line[] = [
  ['Silvia Quaranta', 0.97, 0.1, 'IT'],
  ['Giulia Ferrantini', 0.72, 0.65, 'IT'],
  ['Andrea Bongiovì', 1.08, 0, 'IT'],
  ['Grace Pemberley', 1.02, 0.15, 'GB'],
  ['Fabio Scarzella', 1.2, -0.2, 'IT'],
  ['Lara Vigliani', 0.94, -0.05, 'IT'],
  ['Michele Druento', 1.1, 0.05, 'IT'],
  ['Kate Ormsby', 0.95, -0.1, 'GB'],
];

const gearLabPeople: readonly Line[] = [
  ['Enrico Valgrande', 1.05, 0.2, 'IT'],
  ['Sara Pontremoli', 0.95, 0.1, 'IT'],
  ['Jack Eskdale', 1.15, 0, 'GB'],
  ['Beatrice Losero', 0.9, -0.1, 'IT'],
  ['Dario Trivero', 1.1, 0.05, 'IT'],
  ['Niamh Corrigan', 1, -0.15, 'IE'],
];

const digitalDeskPeople: readonly Line[] = [
  ['Alice Montaldo', 0.98, 0.1, 'IT'],
  ['Filippo Grange', 1.05, 0, 'IT'],
  ['Ruby Thornley', 0.95, 0.05, 'GB'],
  ['Emma Salussola', 1.08, -0.1, 'IT'],
  ['Leo Carrick', 1, -0.05, 'IE'],
];

const roll = [baseCampPeople, ordersPeople, returnsPeople, gearLabPeople, digitalDeskPeople];

export const agents: readonly Agent[] = roll
  .flatMap((people, team) => people.map((line) => ({ line, team })))
  .map(({ line: [name, speed, quality, country], team }, index) => ({
    id: `A${String(index + 1).padStart(2, '0')}`,
    name,
    team,
    speed,
    quality,
    country,
  }));

/** Places in `agents` of everyone in a team. */
export const membersOf = (team: number): readonly number[] =>
  agents.flatMap((agent, index) => (agent.team === team ? [index] : []));
