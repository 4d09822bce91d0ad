import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** French words in all their forms, as spelt. */
export interface Lexicon {
  has(word: string): boolean;
  /** From a node of the words' graph (0 before the first letter): the node that a letter leads to, −1 where no word goes on, and whether a word ends with it. */
  follow(node: number, letter: string): { readonly next: number; readonly ends: boolean };
}

/** Parts of a file of trained data: its words as a graph, and the letters that the graph's edges stand for. */
const WORDS = 19;
const LETTERS = 21;
/** The graph's file begins with a mark, the number of letters and the number of edges. */
const HEADER = 10;
const EDGE = 8;
/** Flags of an edge: the last one of its node; it ends a word. */
const LAST = 1;
const ENDS_WORD = 4;
const FLAG_BITS = 3;

/** The words that the recogniser's own French data knows (some 74,000). Reading them takes milliseconds. */
export function openLexicon(): Lexicon {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@tesseract.js-data/fra/package.json'));
  const data = gunzipSync(readFileSync(join(folder, '4.0.0_best_int', 'fra.traineddata.gz')));
  const [graph, letters] = [part(data, WORDS), part(data, LETTERS)];
  const idOf = new Map(
    letters
      .toString('utf8')
      .split('\n')
      .slice(1)
      .map((line, id) => [line.split(' ')[0] ?? '', id]),
  );
  const edges = edgesOf(graph);
  return {
    follow: (node, letter) => {
      const id = idOf.get(letter) ?? -1;
      const at = edges.find(node, id, false);
      return { next: at < 0 ? -1 : edges.next(at), ends: edges.find(node, id, true) >= 0 };
    },
    has: (word) => {
      let node = 0;
      const ids = [...word].map((letter) => idOf.get(letter) ?? -1);
      for (const [index, id] of ids.entries()) {
        const at = edges.find(node, id, index === ids.length - 1);
        if (at < 0) return false;
        node = edges.next(at);
      }
      return ids.length > 0;
    },
  };
}

function part(data: Buffer, index: number): Buffer {
  const start = (part: number): number => Number(data.readBigInt64LE(4 + 8 * part));
  return data.subarray(start(index), start(index + 1));
}

interface Edges {
  /** The edge of a node for a letter: one that ends a word, or one that goes on; -1 for none. */
  find(node: number, letter: number, endsWord: boolean): number;
  /** The node an edge leads to. */
  next(edge: number): number;
}

/** Edges are 64 bits: from the lowest on the letter (as many bits as all letters need), three flags, the node it leads to, which is its first edge. */
function edgesOf(graph: Buffer): Edges {
  const [letters, count] = [graph.readInt32LE(2), graph.readInt32LE(6)];
  const bits = Math.ceil(Math.log2(letters + 1));
  const low = new Uint32Array(count);
  const high = new Uint32Array(count);
  for (let edge = 0; edge < count; edge++) {
    low[edge] = graph.readUInt32LE(HEADER + EDGE * edge);
    high[edge] = graph.readUInt32LE(HEADER + EDGE * edge + 4);
  }
  const mask = 2 ** bits - 1;
  const next = (edge: number): number => ((low[edge] ?? 0) >>> (bits + FLAG_BITS)) + (high[edge] ?? 0) * 2 ** (32 - bits - FLAG_BITS);
  return {
    next,
    find: (node, letter, endsWord) => {
      for (let edge = node; edge < count; edge++) {
        const own = low[edge] ?? 0;
        const flags = own >>> bits;
        if ((own & mask) === letter && (endsWord ? (flags & ENDS_WORD) !== 0 : next(edge) !== 0)) return edge;
        if ((flags & LAST) !== 0) return -1;
      }
      return -1;
    },
  };
}
