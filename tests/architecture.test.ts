import {readFileSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';

const project = path.resolve(import.meta.dirname, '..');
const TOP = ['app', 'components', 'content', 'lib', 'prisma', 'tests'];

/** Each room may import from the rooms named for it, and from itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'lib/errors': [],
  'lib/env': [],
  'lib/paths': [],
  'lib/log': ['lib/env'],
  'lib/log-error': ['lib/log'],
  'lib/instrument': ['lib/errors'],
  'lib/answers': ['lib/instrument'],
  'lib/diagnosis': ['lib/answers', 'lib/instrument'],
  'lib/messages': ['content/messages', 'lib/instrument'],
  'lib/format': ['lib/instrument', 'lib/messages'],
  'lib/profile': [],
  'lib/divisions': ['content/divisions', 'lib/instrument'],
  'lib/report': ['lib/answers', 'lib/diagnosis', 'lib/format', 'lib/instrument', 'lib/messages', 'lib/paths'],
  'lib/files': ['lib/answers', 'lib/diagnosis', 'lib/errors', 'lib/format', 'lib/instrument', 'lib/messages', 'lib/report'],
  'lib/archive': ['lib/answers', 'lib/diagnosis', 'lib/errors', 'lib/instrument', 'lib/profile'],
  'lib/db': ['lib/answers', 'lib/archive', 'lib/diagnosis', 'lib/env', 'lib/errors', 'lib/instrument', 'lib/profile', 'prisma'],
  'lib/access': ['lib/answers', 'lib/db'],
  'lib/http': ['lib/errors', 'lib/instrument', 'lib/log-error', 'lib/messages'],
  'lib/actions': [
    'lib/access', 'lib/answers', 'lib/archive', 'lib/db', 'lib/divisions', 'lib/errors', 'lib/files', 'lib/instrument', 'lib/log-error', 'lib/messages',
    'lib/paths', 'lib/profile', 'lib/report',
  ],
  'lib/setup': ['lib/db', 'lib/env', 'lib/http', 'lib/log', 'lib/log-error', 'prisma'],
  prisma: ['lib/db'],
  components: ['lib/actions', 'lib/answers', 'lib/divisions', 'lib/instrument', 'lib/report'],
  app: ['components', 'lib'],
};

/** Packages that a room must never see, because it would lose what it is for. */
const FORBIDDEN_PACKAGES: Record<string, RegExp> = {
  'lib/diagnosis': /^(react|next|zod|yaml|node:|@prisma|server-only|use-intl)/,
  'lib/report': /^(react|next|yaml|node:|@prisma|server-only)/,
  components: /^(@prisma|node:|server-only|zod|yaml)/,
};

type Import = {file: string; specifier: string; typeOnly: boolean};

function listFiles(folder: string): string[] {
  return readdirSync(path.join(project, folder)).flatMap((name) => {
    const file = `${folder}/${name}`;
    if (statSync(path.join(project, file)).isDirectory()) return file === 'prisma/generated' ? [] : listFiles(file);
    return /\.(?:ts|tsx|mjs)$/.test(name) && !name.includes('.test.') ? [file] : [];
  });
}

function listImports(file: string): Import[] {
  const source = readFileSync(path.join(project, file), 'utf8');
  return [...source.matchAll(/(?:^|\n)\s*(?:import|export)(\s+type)?[^'";]*?from\s+'([^']+)'|(?:^|\n)import\s+'([^']+)'|import\('([^']+)'\)/g)].map(
    (match) => ({file, specifier: match[2] ?? match[3] ?? match[4] ?? '', typeOnly: match[1] !== undefined}),
  );
}

/** The file or folder of this project that an import leads to; null for a package. */
function targetOf({file, specifier}: Import): string | null {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : null;
}

function roomOf(target: string): string {
  const rooms = Object.keys(MAY_IMPORT).filter((room) => target === room || target.startsWith(`${room}/`) || target.startsWith(`${room}.`));
  return rooms.toSorted((a, b) => b.length - a.length)[0] ?? target;
}

const files = ['app', 'components', 'lib', 'prisma'].flatMap(listFiles);
const imports = files.flatMap(listImports);

describe('the house', () => {
  it('finds the imports that it is meant to guard', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
  });

  it('has a room for every source file', () => {
    expect(files.filter((file) => !(roomOf(file) in MAY_IMPORT))).toEqual([]);
  });

  it('imports only in the direction of the arrow', () => {
    const wrong = imports.flatMap((each) => {
      const target = targetOf(each);
      if (target === null) return [];
      const from = roomOf(each.file);
      const allowed = [from, ...(MAY_IMPORT[from] ?? [])];
      return allowed.some((room) => target === room || target.startsWith(`${room}/`)) ? [] : [`${each.file} -> ${target}`];
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the engine and the report pure: no framework, database, clock or chance', () => {
    const packages = imports.flatMap((each) => {
      const forbidden = FORBIDDEN_PACKAGES[roomOf(each.file)];
      return targetOf(each) === null && !each.typeOnly && forbidden?.test(each.specifier) && !each.specifier.startsWith('next/dynamic') && !/^react(\/|$)/.test(each.specifier)
        ? [`${each.file} -> ${each.specifier}`]
        : [];
    });
    const react = imports.filter(({file, specifier}) => /^lib\/(diagnosis|report)\//.test(file) && /^(react|next)/.test(specifier)).map(({file}) => file);
    const impure = files
      .filter((file) => /^lib\/(diagnosis|report|answers)\//.test(file))
      .filter((file) => /Date\.now|new Date\(\)|Math\.random|process\.env|crypto\.|content\//.test(readFileSync(path.join(project, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')));
    expect([...packages, ...react, ...impure]).toEqual([]);
  });

  it('lets components see actions by type only', () => {
    const values = imports.filter((each) => each.file.startsWith('components/') && targetOf(each)?.startsWith('lib/actions/') && !each.typeOnly);
    expect(values).toEqual([]);
  });

  it('reads environment variables in lib/env only', () => {
    const readers = files.filter(
      (file) => /process\.env/.test(readFileSync(path.join(project, file), 'utf8')) && !['lib/env.ts', 'lib/setup/serve.ts', 'lib/setup/prepare.mjs', 'prisma/generate.mjs'].includes(file),
    );
    expect(readers).toEqual([]);
  });

  it('names files in kebab-case, for a subject', () => {
    const names = files.map((file) => path.posix.basename(file).replace(/\.(?:tsx?|mjs)$/, ''));
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name))).toEqual([]);
    expect(names.filter((name) => /^(?:utils?|helpers?|misc|common|types?|constants?|index)$/.test(name))).toEqual([]);
  });

  it('keeps the top level short', () => {
    const folders = readdirSync(project, {withFileTypes: true})
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !['node_modules', 'data', 'test-results'].includes(entry.name))
      .map(({name}) => name);
    expect(folders.toSorted()).toEqual(TOP);
  });

  it('has a docstring on everything that lib exports', () => {
    const bare = files
      .filter((file) => file.startsWith('lib/') && file.endsWith('.ts'))
      .flatMap((file) => {
        const lines = readFileSync(path.join(project, file), 'utf8').split('\n');
        return lines.flatMap((line, index) => {
          if (!/^export (?:async )?(?:function|const|class)/.test(line)) return [];
          return lines[index - 1]?.trim().endsWith('*/') ? [] : [`${file}:${index + 1} ${line}`];
        });
      });
    expect(bare).toEqual([]);
  });
});
