import type {StaircaseBrick} from '@/lib/report/staircase/picture';
import {type Colour, FAINT, OUTLINES, paint} from './staircase-paint';

type Shape = Pick<StaircaseBrick, 'x' | 'y' | 'width' | 'height' | 'state' | 'code' | 'codeSize'>;

type BrickProps = {
  readonly brick: Shape;
  readonly colour: Colour;
  /** Id of the hatch pattern in this colour. */
  readonly hatch: string;
  readonly alone: boolean;
};

/** The face of a brick: outline and filling tell its state without colour, and the code stays readable on all. */
export function BrickFace({brick, colour, hatch, alone}: BrickProps) {
  const {x, y, width, height, state, code, codeSize} = brick;
  const outline = OUTLINES[state];
  const tiny = codeSize === 0 && height < 12;
  const stroke = outline.width * (tiny ? 0.45 : 1);
  const dash = outline.dash.map((length) => length * (tiny ? 0.32 : 1)).join(' ');
  const full = paint(colour, alone);
  const quiet = paint('quiet', alone);
  const box = {
    x: x + stroke / 2,
    y: y + stroke / 2,
    width: width - stroke,
    height: height - stroke,
    rx: Math.min(4, height / 8),
  };
  const edge = state === 'in-place' || state === 'under-way' ? full : state === 'unknown' ? quiet : FAINT;
  const plate = {width: code.length * codeSize * 0.64 + 7, height: codeSize * 1.3};
  return (
    <>
      <rect
        {...box}
        fill={state === 'in-place' ? full : paint('paper', alone)}
        stroke={edge}
        strokeWidth={stroke}
        {...(dash ? {strokeDasharray: dash} : {})}
        {...(state === 'not-applicable' ? {strokeLinecap: 'round'} : {})}
      />
      {state === 'under-way' && <rect {...box} fill={`url(#${hatch})`} />}
      {state === 'under-way' && codeSize > 0 && (
        <rect
          x={x + (width - plate.width) / 2}
          y={y + (height - plate.height) / 2}
          {...plate}
          rx={3}
          fill={paint('paper', alone)}
        />
      )}
      {codeSize > 0 && (
        <text
          x={x + width / 2}
          y={y + height / 2 + codeSize * 0.36}
          fontSize={codeSize}
          textAnchor="middle"
          fill={state === 'in-place' ? paint('paper', alone) : state === 'under-way' ? full : quiet}
        >
          {code}
        </text>
      )}
    </>
  );
}

/** Stripes for what is under way, in one stage's colour; finer for bricks without codes. */
export function HatchPattern({id, colour, fine, alone}: {id: string; colour: Colour; fine: boolean; alone: boolean}) {
  const step = fine ? 2.6 : 6;
  return (
    <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={step * 0.45} height={step} fill={paint(colour, alone)} />
    </pattern>
  );
}
