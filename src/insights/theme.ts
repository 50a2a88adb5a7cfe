/** Metrics that move together because they look at the same thing from several sides. */

const themes = {
  satisfaction: ['csat', 'nps', 'ces'],
  waiting: [
    'abandonment_rate',
    'service_level',
    'speed_of_answer',
    'wait_time',
    'wait_before_abandoning',
    'patience',
  ],
  response: ['first_response_time', 'sla_response_met'],
  resolution: [
    'resolution_time',
    'time_to_close',
    'resolution_rate',
    'sla_resolution_met',
    'backlog',
    'backlog_age',
  ],
  first_contact: ['first_contact_resolution', 'reopen_rate', 'repeat_contact_rate'],
  work: ['handle_time', 'talk_time', 'hold_time', 'hold_time_per_contact', 'effort_time'],
  presence: ['adherence', 'shrinkage'],
  routing: ['ping_pong_rate', 'team_handovers', 'reassignments', 'rerouted_contacts'],
  volume: [
    'contacts_arrived',
    'cases_opened',
    'cases_resolved',
    'cases_closed',
    'messages_received',
    'customers_contacting',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** @example themeOf('service_level') // 'waiting' */
export const themeOf = (metric: string): string =>
  Object.entries(themes).find(([, metrics]) => (metrics as readonly string[]).includes(metric))?.[0] ??
  metric;
