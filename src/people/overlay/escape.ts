const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text from a document or a file name made safe in HTML, in element text and in quoted attributes alike. */
export function escapeHtml(text: string): string {
  return (
    text
      .replace(/[&<>"']/gu, (character) => ENTITIES[character] ?? character)
      // Characters that XML and HTML forbid, and half surrogates.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '\ufffd')
  );
}
