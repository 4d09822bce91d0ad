/** Nine digits whose key holds (Luhn), spaces allowed: `552 100 554`. The digits, or `null`. */
export function readSiren(text: string): string | null {
  const digits = text.replace(/[\s.\u00a0\u202f]/gu, '');
  if (!/^\d{9}$/u.test(digits)) return null;
  const sum = [...digits].reduce((all, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0 && digits !== '000000000' ? digits : null;
}
