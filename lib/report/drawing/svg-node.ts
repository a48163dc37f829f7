import type {Locale} from '@/lib/instrument/schema';

/** An element of a drawing; attributes bear their names in SVG (`stroke-width`), lengths are user units. */
export type SvgNode = {
  readonly tag: 'circle' | 'defs' | 'g' | 'line' | 'path' | 'pattern' | 'polygon' | 'polyline' | 'rect' | 'text' | 'title';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (SvgNode | string)[];
};

/** A picture as plain data: the same for a page, an SVG file and the pictures of a Word document. */
export type Drawing = {
  readonly locale: Locale;
  /** Size in user units; the viewBox starts at 0 0. */
  readonly width: number;
  readonly height: number;
  /** Short name: accessible name of the picture. */
  readonly title: string;
  /** What there is to see, in sentences: alternative text. */
  readonly description: string;
  readonly nodes: readonly SvgNode[];
};
