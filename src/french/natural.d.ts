/** The one module of `natural` in use; its index would load database drivers. */
declare module 'natural/lib/natural/stemmers/porter_stemmer_fr.js' {
  const stemmer: {
    /** Snowball French: one lower-case word to its stem. */
    stem(word: string): string;
  };
  export default stemmer;
}
