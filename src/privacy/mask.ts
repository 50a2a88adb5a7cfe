/** Takes out of a free text what names or reaches a person, before anybody reads it. */

interface Pattern {
  readonly name: string;
  readonly find: RegExp;
  /** Tells a match from a look-alike, e.g. a card number from any long number. */
  readonly holds?: (match: string) => boolean;
}

const digits = (text: string): string => text.replace(/\D/g, '');

/** Luhn's check: every second digit from the right doubled, the sum a multiple of ten. */
function luhn(text: string): boolean {
  const sum = [...digits(text)].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const date = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/;

/** Order matters: what is more particular comes first. */
const patterns: readonly Pattern[] = [
  { name: 'address', find: /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  { name: 'link', find: /\b(?:https?:\/\/|www\.)[^\s<>"']+/giu },
  { name: 'account', find: /\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?\b/g },
  { name: 'card', find: /\b\d(?:[ -]?\d){12,18}\b/g, holds: luhn },
  { name: 'tax code', find: /\b[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]\b/gi },
  { name: 'network address', find: /\b\d{1,3}(?:\.\d{1,3}){3}\b/g },
  {
    name: 'phone',
    find: /(?:\+|\b00)?\(?\d[\d\s()./-]{6,}\d\b/g,
    holds: (match) => digits(match).length >= 8 && !date.test(match),
  },
  { name: 'handle', find: /(?<![\p{L}\p{N}])@[\p{L}\p{N}_]{2,}/gu },
  {
    name: 'name',
    find: /(?<=(?:\b(?:my name is|I am called|this is|mi chiamo|sono|signor(?:a|e)?|sig\.(?:ra)?|dott\.(?:ssa)?|dear|mr\.?|mrs\.?|ms\.?|caro|cara|gentile|regards,?|saluti,?)\s+))\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)*/giu,
    holds: (match) => /^\p{Lu}/u.test(match),
  },
  { name: 'number', find: /\b\d{6,}\b/g },
];

/**
 * Replaces e-mail addresses, links, accounts, cards, tax codes, phones, handles, introduced names and long numbers by
 * what they are, in brackets.
 *
 * A name that nothing introduces stays: this lowers the risk, it does not end it, which is why comments are printed
 * only where the configuration says so.
 *
 * @example mask('Call me: +39 333 1234567, anna@example.org') // 'Call me: [phone], [address]'
 */
export function mask(text: string): string {
  return patterns.reduce(
    (masked, { name, find, holds }) =>
      masked.replace(find, (match) => ((holds?.(match) ?? true) ? `[${name}]` : match)),
    text,
  );
}
