/** The one distance of `natural` in use; its index would load database drivers. */
declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** 0 (nothing in common) to 1 (equal). */
  export default function jaroWinkler(a: string, b: string): number;
}
