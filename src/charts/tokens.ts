/** The look in one place: colours, type and space for charts, pages and PDF, light and dark. */

/** What a colour is for; a printer or a chart never names a colour any other way. */
export type Role =
  | 'paper'
  | 'wash'
  | 'rule'
  | 'muted'
  | 'ink'
  | 'accent'
  | 'accentSoft'
  | 'good'
  | 'goodSoft'
  | 'bad'
  | 'badSoft'
  | 'heat0'
  | 'heat1'
  | 'heat2'
  | 'heat3'
  | 'heat4';

export type Palette = Readonly<Record<Role, string>>;

/** Text roles (ink, muted, accent, good, bad) reach 4.5 : 1 on paper, on wash and on their own soft tint. */
export const light: Palette = {
  paper: '#ffffff',
  wash: '#f3f6f7',
  rule: '#d5dde1',
  muted: '#53626c',
  ink: '#13212b',
  accent: '#0b5568',
  accentSoft: '#d3e5ea',
  good: '#1b6541',
  goodSoft: '#e0f0e7',
  bad: '#9c3423',
  badSoft: '#fae7e2',
  heat0: '#edf3f5',
  heat1: '#cde1e7',
  heat2: '#98c3cf',
  heat3: '#4d93a6',
  heat4: '#0b5568',
};

export const dark: Palette = {
  paper: '#10191f',
  wash: '#18242b',
  rule: '#31404a',
  muted: '#a3b3bc',
  ink: '#e7eef1',
  accent: '#7cc9db',
  accentSoft: '#1f434f',
  good: '#8ad3a8',
  goodSoft: '#1b3a2a',
  bad: '#f2a294',
  badSoft: '#482721',
  heat0: '#18262d',
  heat1: '#1f434f',
  heat2: '#2f6a7b',
  heat3: '#54a0b4',
  heat4: '#aee3ef',
};

export const type = {
  /** The page takes what the reader's system has; the PDF embeds Inter. */
  family: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  /** Pixels inside a chart that is drawn 640 wide. */
  chart: { small: 10.5, label: 11.5 },
  /** Points on paper. */
  paper: { body: 9, small: 7.4, lead: 11, heading: 11.5, title: 21 },
} as const;

/** Half a page's width for a chart, in its own pixels; printers set such charts two abreast. */
export const halfWidth = 312;
export const fullWidth = 640;

/** A scale of distances in pixels on screen. */
export const space = { xs: 4, s: 8, m: 16, l: 28, xl: 48 } as const;
