/** Examples of values that can be shown: what looks like a person, an address or a free text keeps its shape only. */
import { plainName } from './names.ts';
import type { ColumnProfile } from './profile.ts';

const nameColumns =
  /\b(name|names|nome|nom|nombre|cognome|vorname|nachname|prenom|apellido|requester|caller|reporter|contact|customer|kunde|cliente|client|author|sender|agent|operator|assignee|owner|bearbeiter|operatore|agente|operador|conseiller|server|user)\b/;
const freeText =
  /\b(comment|comments|body|description|subject|summary|message|text|note|notes|feedback|verbatim|explication|commento|commentaire|comentario|kommentar|betreff|beschreibung|oggetto|descrizione|title|utterance)\b/;
const email = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const phone = /^\+?[\d\s()/.-]{7,}$/;

/** Whether a column's values should not be shown, or kept beside a record, without a reason. */
export function isPersonal({
  name,
  sample,
  shape,
}: Pick<ColumnProfile, 'name' | 'sample' | 'shape'>): boolean {
  const plain = plainName(name);
  if (shape.type === 'boolean' || shape.type === 'empty') return false;
  if (shape.type === 'text' || freeText.test(plain))
    return shape.type !== 'integer' && shape.type !== 'words';
  if (
    /\b(e ?mail|phone|telefon|telefono|telephone|mobile|address|adresse|indirizzo|direccion|iban|ip|ani)\b/.test(
      plain,
    )
  )
    return true;
  const some = sample.slice(0, 200);
  const matching = some.filter((value) => email.test(value)).length;
  return (
    matching > some.length / 5 ||
    (nameColumns.test(plain) &&
      some.some((value) => /\p{L}{2,}/u.test(value)) &&
      !/\b(id|type|kind|role|group|team)\b/.test(plain))
  );
}

/** Parts that people play, and what they write. */
const personalParts = new Set([
  'agent_id',
  'owner_id',
  'author_id',
  'actor_id',
  'name',
  'subject',
  'comment',
  'body',
]);

export function examplesOf(column: ColumnProfile, part: string | null): string[] {
  const values = column.words.slice(0, 3).map(([word]) => word);
  const named =
    part !== null && personalParts.has(part) && column.sample.some((value) => /\p{L}{2,}/u.test(value));
  const personal = named || isPersonal(column);
  return values.map((value) =>
    personal ||
    email.test(value) ||
    (phone.test(value) && /phone|tel|ani|number|numero|mobile/i.test(column.name))
      ? masked(value)
      : shortened(value),
  );
}

/** @example masked('Anna Rossi, +39 345') // 'Xxxx Xxxxx, +99 999' */
export const masked = (value: string): string =>
  shortened(value)
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{L}/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replace(/\d/g, '9');

const shortened = (value: string): string => (value.length > 40 ? `${value.slice(0, 39)}…` : value);
