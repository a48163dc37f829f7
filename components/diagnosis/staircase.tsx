import {useId} from 'react';
import type {Staircase as Picture, StaircaseBrick, StaircaseStep} from '@/lib/report/staircase/picture';
import {BrickFace, HatchPattern} from './staircase-brick';
import {ArrowLine, FlagMark, TextLine} from './staircase-marks';
import {FONTS, getStageColour, paint} from './staircase-paint';

// Beside the link, not within it: a caption inside would stretch the link's box, and with it focus and pointer target.
const SHOWN_WITH_LINK = 'pointer-events-none hidden peer-hover:inline peer-focus-visible:inline print:hidden';

type StaircaseProps = {
  readonly picture: Picture;
  readonly className?: string;
  /** Start of every id in the drawing; its own on a page, and made up where none is given. */
  readonly idPrefix?: string;
  /** For a file outside the pages: own size, plain colours and fonts, no style sheet needed. */
  readonly alone?: boolean;
};

/** The staircase as one inline SVG: an image, or a group of links where its bricks have addresses. */
export function Staircase({picture, className = 'block h-auto w-full', idPrefix, alone = false}: StaircaseProps) {
  const ownId = useId();
  const id = idPrefix ?? ownId;
  const {width, height, title, description, locale, bodies, steps, arrows, flags, texts, hint} = picture;
  const linked = steps.some(({bricks}) => bricks.some(({href}) => href !== null));
  const small = picture.layout === 'small';
  const hatched = [...new Set(steps.filter(hasHatch).map(({colour}) => colour))];
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
      {...(alone ? {xmlns: 'http://www.w3.org/2000/svg', width, height} : {})}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <defs>
        {hatched.map((colour) => (
          <HatchPattern key={colour} id={`${id}-hatch-${colour}`} colour={getStageColour(colour)} fine={small} alone={alone} />
        ))}
      </defs>
      <g aria-hidden="true">
        {bodies.map((points, index) => (
          <polygon
            key={index}
            points={points.map((point) => point.join(',')).join(' ')}
            fill={paint('shade', alone)}
            stroke={paint('line', alone)}
            strokeWidth={small ? 0.6 : 1.2}
          />
        ))}
        {steps.map(({stage, tread: {x1, x2, y}}) => (
          <line key={stage} x1={x1} x2={x2} y1={y} y2={y} stroke={paint('ink', alone)} strokeWidth={small ? 1.4 : 3} />
        ))}
        {arrows.map((arrow) => (
          <ArrowLine key={`${arrow.kind} ${arrow.points.join(' ')}`} arrow={arrow} alone={alone} />
        ))}
        {texts.map((line) => (
          <TextLine key={`${line.x} ${line.y}`} line={line} alone={alone} />
        ))}
        {flags.map((flag) => (
          <FlagMark key={flag.kind} flag={flag} alone={alone} />
        ))}
        {hint && (
          <g className="print:hidden">
            <TextLine line={hint} alone={alone} />
          </g>
        )}
      </g>
      {steps.map((step) => {
        const hatch = `${id}-hatch-${step.colour}`;
        return (
          <g key={step.stage} {...(linked ? {role: 'list', 'aria-label': step.label} : {})}>
            {step.bricks.map((brick) => (
              <Brick key={brick.code} brick={brick} step={step} hatch={hatch} alone={alone} />
            ))}
          </g>
        );
      })}
    </svg>
  );
}

type BrickProps = {
  readonly brick: StaircaseBrick;
  readonly step: StaircaseStep;
  readonly hatch: string;
  readonly alone: boolean;
};

function Brick({brick, step, hatch, alone}: BrickProps) {
  const face = <BrickFace brick={brick} colour={getStageColour(step.colour)} hatch={hatch} alone={alone} />;
  const {x, y, width, height, href, label} = brick;
  if (href === null) {
    return (
      <g>
        <title>{label}</title>
        {face}
      </g>
    );
  }
  return (
    <g role="listitem">
      <a href={href} aria-label={label} className="peer no-underline outline-none">
        <title>{label}</title>
        {face}
      </a>
      <g aria-hidden="true" className={SHOWN_WITH_LINK}>
        <rect
          x={x - 1.5}
          y={y - 1.5}
          width={width + 3}
          height={height + 3}
          rx={5}
          fill="none"
          stroke={paint('link', alone)}
          strokeWidth={3}
        />
        <Caption caption={brick.caption} alone={alone} />
      </g>
    </g>
  );
}

function Caption({caption, alone}: {caption: StaircaseBrick['caption']; alone: boolean}) {
  if (!caption) return null;
  return (
    <>
      <rect {...caption.lane} rx={4} fill={paint('paper', alone)} stroke={paint('line', alone)} strokeWidth={1} />
      {caption.texts.map((line) => (
        <TextLine key={line.y} line={line} alone={alone} />
      ))}
    </>
  );
}

function hasHatch({bricks}: StaircaseStep): boolean {
  return bricks.some(({state}) => state === 'under-way');
}
