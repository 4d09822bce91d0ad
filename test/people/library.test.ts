import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** The examples in the documentation of a source file: the fenced `ts` blocks of its comments. */
function examples(path: string): string[] {
  const comments = readFileSync(path, 'utf8').match(/\/\*\*[\s\S]*?\*\//gu) ?? [];
  return comments.flatMap((comment) => {
    const text = comment.replace(/^\s*\* ?/gmu, '');
    return [...text.matchAll(/```ts\n([\s\S]*?)```/gu)].map((match) => match[1] ?? '');
  });
}

test('the examples of the library compile against what it exports', () => {
  const found = examples('src/index.ts');
  expect(found.length).toBeGreaterThanOrEqual(2);
  const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8')) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.');
  const files = new Map(found.map((text, index) => [resolve(`example-${index}.ts`), text]));
  const compilerOptions: ts.CompilerOptions = { ...options, paths: { tfpb: [resolve('src/index.ts')] } };
  const host = ts.createCompilerHost(compilerOptions);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (path, ...rest) => {
    const text = files.get(resolve(path));
    return text === undefined ? getSourceFile.call(host, path, ...rest) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  };
  host.fileExists = (path) => files.has(resolve(path)) || fileExists.call(host, path);
  host.readFile = (path) => files.get(resolve(path)) ?? readFile.call(host, path);
  const program = ts.createProgram([...files.keys()], compilerOptions, host);
  for (const path of files.keys()) {
    const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(path));
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([]);
  }
});
