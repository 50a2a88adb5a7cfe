/** The seconds of a rule that is a time, as a figure prints it: `20 s` or `7 d`. */
export function timeOf(rule: string | undefined): number {
  const [amount = '0', unit = 's'] = (rule ?? '').split(' ');
  return Number(amount) * (unit === 'd' ? 86_400 : 1);
}
