const WORDS = String.raw`[\p{Lu}\d][\p{L}\d'’.&-]*(?:\s+(?:(?:de|du|des|la|le|les|d['’]|l['’]|et|en)\s*)*[\p{Lu}\d][\p{L}\d'’.&-]*){0,6}`;

/** Capitalised words with the small words between them, as the group `name` of a pattern: "Le Pont des Chèvres", "Habitat 76". */
export const PROPER_NAME = `(?<name>${WORDS})`;

/** The same for a place, which a side of it may end in small letters: "Agen nord-est". "Est" alone is a verb. */
export const PLACE_NAME = String.raw`(?<name>${WORDS}(?:\s+(?:nord|sud|centre|(?:nord|sud|centre)-(?:est|ouest|sud)|ouest)(?![\p{L}-]))?)`;
