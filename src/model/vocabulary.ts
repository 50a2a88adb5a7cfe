/** The closed word lists that every source is mapped onto. */

export const channels = [
  'phone',
  'email',
  'chat',
  'messaging',
  'social',
  'web_form',
  'sms',
  'in_person',
  'bot',
  'other',
] as const;

export const priorities = ['urgent', 'high', 'normal', 'low'] as const;

/** `pending` waits for the customer, `on_hold` for a third party. */
export const statuses = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed'] as const;

export const eventKinds = [
  'opened',
  'assigned',
  'team_changed',
  'status_changed',
  'priority_changed',
  'category_changed',
  'escalated',
  'resolved',
  'reopened',
  'closed',
  'merged',
  'sla_applied',
  'other',
] as const;

export const outcomes = [
  'answered',
  'abandoned_in_menu',
  'abandoned_in_queue',
  'voicemail',
  'callback',
  'transferred',
  'failed',
] as const;

export const actorKinds = ['agent', 'customer', 'bot', 'system'] as const;
export const directions = ['inbound', 'outbound', 'internal'] as const;
export const surveyKinds = ['csat', 'nps', 'ces', 'custom'] as const;

/** What an agent is at: `away` is signed in but not at the desk, `absent` is paid but not at work. */
export const presenceStates = [
  'available',
  'talking',
  'wrap',
  'break',
  'training',
  'absent',
  'away',
] as const;
/** Steps of a customer's way outside service. */
export const touchpointKinds = [
  'order',
  'delivery',
  'return',
  'renewal',
  'referral',
  'visit',
  'sign_up',
  'cancel',
] as const;
