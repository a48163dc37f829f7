import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {getInstrumentOrThrow} from '@/lib/instrument/registry';
import {drawStaircase} from '@/lib/report/drawing/staircase';
import {buildStaircase} from '@/lib/report/staircase/build-staircase';
import {buildSubject, drawValues} from '@/tests/support/staircase-subject';
import {DrawingFigure} from './drawing-figure';

const {instrument} = getInstrumentOrThrow('wang-zhang-2017');
const drawing = drawStaircase(buildStaircase({...buildSubject(instrument, drawValues(instrument, 3), 'zh-CN', {name: '<县> & "名"'}), layout: 'paper'}));

function find(markup: string, pattern: RegExp): string[] {
  return [...markup.matchAll(pattern)].map((match) => match[1] ?? '');
}

describe('DrawingFigure', () => {
  const markup = renderToStaticMarkup(
    <>
      <DrawingFigure drawing={drawing} className="first" />
      <DrawingFigure drawing={drawing} />
    </>,
  );

  it('is an image with title and description', () => {
    expect(markup).toMatch(/^<svg viewBox="0 0 700 \d+" class="first" lang="zh-CN" role="img" aria-labelledby="([^"]+)-title" aria-describedby="\1-desc"/);
    expect(markup).toContain('&lt;县&gt; &amp; &quot;名&quot;：县域电商升级阶梯图</title>');
  });

  it('can stand on a page twice: ids are unique and every reference has one', () => {
    const ids = find(markup, / id="([^"]+)"/g);
    const references = [...find(markup, /url\(#([^)]+)\)/g), ...find(markup, /aria-(?:labelled|described)by="([^"]+)"/g)];
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(references).size).toBeGreaterThan(6);
    expect(references.filter((reference) => !ids.includes(reference))).toEqual([]);
  });

  it('writes attributes as SVG has them', () => {
    expect(markup).toContain('stroke-dasharray="6 4"');
    expect(markup).toContain('patternUnits="userSpaceOnUse"');
    expect(markup).not.toMatch(/strokeWidth|textAnchor/);
  });
});
