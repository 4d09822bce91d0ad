const BULLET =
  /^(?:(?<sign>[-–—•◦▪■●○*➢➤►‣·✓✔☐☑☒❖⮚]|o(?= \p{Lu}))|\(?(?<number>\d{1,2}|[a-h]|[ivx]{1,4})(?<close>[.)°]?\s?[-–](?=\s)|[.)°/]))\s+(?=\S)/u;

/** The bullet or number that opens a line, and how much of the line it takes; a decimal number is a code or an amount. « 4.- » is a « 4 - », typed or with dust. */
export function bulletOf(text: string): { readonly kind: string; readonly length: number } | null {
  const match = BULLET.exec(text);
  if (match === null) return null;
  return {
    kind: match.groups?.['sign']?.replace(/[☑☒]/u, '☐') ?? `1${match.groups?.['close']?.trim().slice(-1) ?? ''}`,
    length: match[0].length,
  };
}
