import {useId} from 'react';
import {FONTS, paintForPage} from '@/lib/report/drawing/paint';
import {
  drawStaircaseBrick,
  drawStaircaseCaption,
  drawStaircaseHatches,
  drawStaircaseNodes,
  drawStaircaseScene,
} from '@/lib/report/drawing/staircase-scene';
import {drawText} from '@/lib/report/drawing/text-line';
import type {Staircase as Picture, StaircaseBrick, StaircaseStep} from '@/lib/report/staircase/picture';
import {SvgNodes} from '../report/svg-nodes';

// Beside the link, not within it: a caption inside would stretch the link's box, and with it focus and pointer target.
const SHOWN_WITH_LINK = 'pointer-events-none hidden peer-hover:inline peer-focus-visible:inline print:hidden';

type StaircaseProps = {
  readonly picture: Picture;
  readonly className?: string;
  /** Start of every id in the drawing; its own on a page, and made up where none is given. */
  readonly idPrefix?: string;
};

/** The staircase as one inline SVG: an image, or a group of links where its bricks have addresses. */
export function Staircase({picture, className = 'block h-auto w-full', idPrefix}: StaircaseProps) {
  const ownId = useId();
  const id = idPrefix ?? ownId;
  const {width, height, title, description, locale, steps} = picture;
  const linked = steps.some(({bricks}) => bricks.some(({href}) => href !== null));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={className}
      lang={locale}
      role={linked ? 'group' : 'img'}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      fontFamily={FONTS[locale]}
      style={{printColorAdjust: 'exact', overflow: 'visible'}}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {linked ? <LinkedScene picture={picture} id={id} /> : <SvgNodes nodes={drawStaircaseNodes(picture, paintForPage)} idPrefix={id} />}
    </svg>
  );
}

function LinkedScene({picture, id}: {picture: Picture; id: string}) {
  const {steps, hint} = picture;
  return (
    <>
      <SvgNodes nodes={[drawStaircaseHatches(picture, paintForPage)]} idPrefix={id} />
      <g aria-hidden="true">
        <SvgNodes nodes={drawStaircaseScene(picture, paintForPage)} idPrefix={id} />
        {hint && (
          <g className="print:hidden">
            <SvgNodes nodes={[drawText(hint, paintForPage)]} idPrefix={id} />
          </g>
        )}
      </g>
      {steps.map((step) => (
        <g key={step.stage} role="list" aria-label={step.label}>
          {step.bricks.map((brick) => (
            <LinkedBrick key={brick.code} brick={brick} step={step} id={id} />
          ))}
        </g>
      ))}
    </>
  );
}

type BrickProps = {readonly brick: StaircaseBrick; readonly step: StaircaseStep; readonly id: string};

function LinkedBrick({brick, step, id}: BrickProps) {
  return (
    <g role="listitem">
      <a href={brick.href ?? undefined} aria-label={brick.label} className="peer no-underline outline-none">
        <SvgNodes nodes={drawStaircaseBrick(step, brick, paintForPage)} idPrefix={id} />
      </a>
      <g aria-hidden="true" className={SHOWN_WITH_LINK}>
        <SvgNodes nodes={drawStaircaseCaption(brick, paintForPage)} idPrefix={id} />
      </g>
    </g>
  );
}
