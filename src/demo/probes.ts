/** Measures every planted truth in what was really simulated: the same number before, during and after. */
import { email, phone } from './channels.ts';
import type { Clock } from './clock.ts';
import type { Contact } from './contacts.ts';
import { bump, type Counts, type Grid, rowOf } from './counts.ts';
import { story } from './story.ts';
import type { Ticket } from './ticket.ts';

export interface Probes {
  lived(ticket: Ticket): void;
  rated(ticket: Ticket, satisfied: boolean): void;
  contact(contact: Contact): void;
  /** By planted id, then by phase: sums and counts. */
  readonly found: Readonly<Record<string, Grid>>;
}

export function probesOf(clock: Clock): Probes {
  const dates = clock.days.map(({ date }) => date);
  const phase = (day: number, { from, to = '9999' }: { from: string; to?: string }): string => {
    const date = dates[day] ?? '';
    return date < from ? 'before' : date < to ? 'during' : 'after';
  };
  const found: Record<string, Grid> = {};
  const at = (id: string, key: string): Counts => {
    found[id] ??= {};
    return rowOf(found[id], key);
  };
  const isFaulty = (ticket: Ticket): boolean =>
    ticket.category === story.watchFault.category && ticket.product === story.watchFault.product;
  const month = (ticket: Ticket): string => (dates[ticket.day] ?? '').slice(0, 7);
  const isDrifting = (ticket: Ticket): boolean =>
    ticket.team === story.emailDrift.team && ticket.channel === story.emailDrift.channel;

  return {
    found,
    lived: (ticket) => {
      if (isFaulty(ticket)) bump(at('watch-fault', phase(ticket.day, story.watchFault)), 'cases');
      if (ticket.category === story.invoiceArticle.category) {
        bump(at('invoice-article', phase(ticket.day, story.invoiceArticle)), 'cases');
      }
      if (ticket.category === story.returnsForm.category && ticket.resolvedAt >= 0) {
        const row = at('returns-form', phase(ticket.day, story.returnsForm));
        bump(row, 'resolved');
        bump(row, 'handle_s', Math.floor(ticket.handleS));
      }
      if (ticket.team === story.digitalDesk.team && ticket.resolvedAt >= 0) {
        const row = at('digital-desk', phase(ticket.day, story.digitalDesk));
        bump(row, 'resolved');
        bump(row, 'handle_s', Math.floor(ticket.handleS));
      }
      if (isLoopable(ticket) && ticket.resolvedAt >= 0) {
        const row = at('refund-loop', ticket.looped ? 'looped' : 'straight');
        bump(row, 'resolved');
        bump(row, 'resolution_s', ticket.resolvedAt - ticket.openedAt);
      }
    },
    rated: (ticket, satisfied) => {
      const rate = (id: string, key: string): void => {
        bump(at(id, key), 'rated');
        if (satisfied) bump(at(id, key), 'satisfied');
      };
      if (isFaulty(ticket)) rate('watch-fault', phase(ticket.day, story.watchFault));
      if (isDrifting(ticket)) rate('email-drift', month(ticket));
      if (ticket.channel === email) rate('email-templates', month(ticket));
      if (ticket.channel === phone) rate('phone-hole', phase(ticket.day, story.phoneHole));
    },
    contact: (contact) => {
      if (contact.channel !== phone || contact.outbound || contact.queuedAt < 0) return;
      const row = at('phone-hole', phase(clock.dayOf(contact.arrivedAt), story.phoneHole));
      bump(row, 'offered');
      if (contact.outcome === 'abandoned_in_queue') return bump(row, 'abandoned');
      bump(row, 'answered');
      bump(row, 'answered_wait_s', contact.waitS);
    },
  };
}

const isLoopable = (ticket: Ticket): boolean =>
  ticket.category === story.refundLoop.category && ticket.channel === story.refundLoop.channel;
