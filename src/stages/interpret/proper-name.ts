/** Capitalised words with the small words between them, as the group `name` of a pattern: "Le Pont des Chèvres", "Habitat 76". */
export const PROPER_NAME = String.raw`(?<name>[\p{Lu}\d][\p{L}\d'’.&-]*(?:\s+(?:(?:de|du|des|la|le|les|d['’]|l['’]|et|en)\s*)*[\p{Lu}\d][\p{L}\d'’.&-]*){0,6})`;
