import {useId} from 'react';
import {FONTS} from '@/lib/report/drawing/paint';
import type {Drawing} from '@/lib/report/drawing/svg-node';
import {SvgNodes} from './svg-nodes';

type DrawingFigureProps = {readonly drawing: Drawing; readonly className?: string};

/** A drawing as one inline image with its alternative text. */
export function DrawingFigure({drawing, className = 'block h-auto w-full'}: DrawingFigureProps) {
  const id = useId();
  const {locale, width, height, title, description, nodes} = drawing;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={className}
      lang={locale}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      fontFamily={FONTS[locale]}
      style={{printColorAdjust: 'exact'}}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <SvgNodes nodes={nodes} idPrefix={id} />
    </svg>
  );
}
