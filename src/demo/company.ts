/** What the demo company would write into its own configuration: who it is, when it is open, what it promises. */
import { italianHolidays } from './holidays.ts';
import { logo } from './logo.ts';

const hour = 3600;

/**
 * Cima & Fell of Turin sells outdoor gear online, to Italy in Italian and to the rest of Europe in English.
 * The shapes are those of the configuration file, so that a face can turn them into one.
 */
export const company = {
  name: 'Cima & Fell',
  about: 'Online retailer of outdoor gear, Turin; customers in Italian and English',
  contact: 'service-reports@cimafell.example',
  confidentiality: 'Internal. Made-up company, made-up people.',
  logo,
  zone: 'Europe/Rome',
  language: 'en',
  source: 'demo',
  caseUrl: 'https://care.cimafell.example/cases/{id}',
  calendar: {
    zone: 'Europe/Rome',
    hours: {
      mon: ['08:00-18:00'],
      tue: ['08:00-18:00'],
      wed: ['08:00-18:00'],
      thu: ['08:00-18:00'],
      fri: ['08:00-18:00'],
      sat: ['09:00-13:00'],
    },
    holidays: [...italianHolidays(2025), ...italianHolidays(2026)],
  },
  sla: [
    { priority: 'urgent', responseS: 1 * hour, resolutionS: 8 * hour },
    { priority: 'high', responseS: 3 * hour, resolutionS: 20 * hour },
    { priority: 'normal', responseS: 8 * hour, resolutionS: 40 * hour },
    { priority: 'low', responseS: 16 * hour, resolutionS: 80 * hour },
  ],
  rates: {
    currency: 'EUR',
    work: [{ team: 'Gear Lab', per_hour: 36 }, { team: 'Returns & Billing', per_hour: 31 }, { per_hour: 28 }],
  },
  targets: [
    { metric: 'csat', stat: 'share', value: 0.8 },
    { metric: 'nps', value: 35 },
    { metric: 'first_contact_resolution', stat: 'share', value: 0.5 },
    { metric: 'first_response_time', stat: 'median', value: 3 * hour },
    { metric: 'abandonment_rate', stat: 'share', value: 0.1 },
    { metric: 'reopen_rate', stat: 'share', value: 0.05 },
  ],
} as const;
