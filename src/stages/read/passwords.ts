/**
 * The ways a password may have been turned into bytes when the file was made: as typed (one byte a character), in UTF-8, and with its characters prepared as
 * the newer encryption asks (compatible forms folded, invisible characters dropped). The first is tried first.
 */
export function spellingsOf(password: string | undefined): readonly (string | undefined)[] {
  if (password === undefined || password === '') return [undefined];
  const prepared = password.replace(/\u00ad|[\u200b-\u200d]/gu, '').normalize('NFKC');
  const spellings = [password, password.normalize('NFC'), prepared].flatMap((text) => [text, Buffer.from(text, 'utf8').toString('latin1')]);
  return [...new Set(spellings)];
}
