/** Opening hours as people write them, and as the rooms read them. */
import { z } from 'zod';
import { type Calendar, isHolidayPlace, type NamedCalendar, writtenDate } from '../model/index.ts';
import { conditions, zone } from './parts.ts';

const clock = '([01]\\d|2[0-3]):[0-5]\\d';
const interval = z
  .string()
  .regex(new RegExp(`^${clock}-(${clock}|24:00)$`), 'opening hours such as 09:00-13:00')
  .describe('opening hours such as 09:00-13:00; an end at or before its start lies on the next day');

const holidayPlace = z
  .string()
  .refine(isHolidayPlace, 'a country such as IT, or one of its regions such as DE-BY')
  .describe('a country (IT) or a region of one (DE-BY)');

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const openingHours = {
  hours: z.partialRecord(z.enum(weekdays), z.array(interval)).describe('a missing day is closed'),
  holidays: z.array(writtenDate).describe('dates without service'),
  public_holidays: z.array(holidayPlace).describe('whose public holidays are kept'),
  exceptions: z
    .record(writtenDate, z.array(interval))
    .describe('dates with hours of their own; an empty list is closed'),
};
const { hours, holidays, public_holidays, exceptions } = openingHours;

const version = z
  .strictObject({ from: writtenDate, ...z.object(openingHours).partial().shape })
  .describe('from a date on; what it does not name stays as it was before');

const calendar = z
  .strictObject({
    zone: zone.optional(),
    hours,
    holidays: holidays.default([]),
    public_holidays: public_holidays.default([]),
    exceptions: exceptions.default({}),
    versions: z.array(version).default([]),
    where: conditions(['team', 'channel', 'priority']),
  })
  .describe('opening hours, from which business time is counted');

type Written = z.output<typeof calendar>;

/** Of several calendars the first whose conditions a case meets counts; one without conditions is for all others. */
export const calendars = z
  .record(z.string(), calendar)
  .refine(
    (all) => Object.keys(all).length === 0 || Object.values(all).some(forAll),
    'a calendar without "where", which counts for all other cases',
  )
  .describe('opening hours by name: the first whose conditions a case meets counts for it');

const forAll = ({ where }: Written): boolean => Object.keys(where).length === 0;

/** A calendar without conditions comes last, wherever it was written. */
export const namedCalendars = (
  written: Readonly<Record<string, Written>>,
  usualZone: string,
): readonly NamedCalendar[] =>
  Object.entries(written)
    .toSorted(([, a], [, b]) => Number(forAll(a)) - Number(forAll(b)))
    .map(([name, each]) => ({ name, calendar: calendarOf(each, usualZone), where: each.where }));

function calendarOf(written: Written, usualZone: string): Calendar {
  const { hours, holidays, public_holidays: publicHolidays, exceptions } = written;
  let before = { hours, holidays, publicHolidays, exceptions };
  const versions = written.versions
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ from, public_holidays, ...stated }) => {
      before = {
        hours: stated.hours ?? before.hours,
        holidays: stated.holidays ?? before.holidays,
        publicHolidays: public_holidays ?? before.publicHolidays,
        exceptions: stated.exceptions ?? before.exceptions,
      };
      return { from, ...before };
    });
  return {
    zone: written.zone ?? usualZone,
    hours,
    holidays,
    publicHolidays,
    exceptions,
    ...(versions.length === 0 ? {} : { versions }),
  };
}
