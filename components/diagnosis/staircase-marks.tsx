import type {StaircaseArrow, StaircaseFlag, StaircaseText} from '@/lib/report/staircase/picture';
import {paint} from './staircase-paint';

/** A line of text of the picture. */
export function TextLine({line, alone}: {line: StaircaseText; alone: boolean}) {
  return (
    <text
      x={line.x}
      y={line.y}
      fontSize={line.size}
      fontWeight={line.bold ? 700 : 400}
      textAnchor={line.anchor}
      fill={paint(line.tone, alone)}
    >
      {line.text}
    </text>
  );
}

/** An arrow between stages: whole for what government guides, dashed for what the market pulls. */
export function ArrowLine({arrow: {kind, points}, alone}: {arrow: StaircaseArrow; alone: boolean}) {
  const [x, y] = points.at(-1) ?? [0, 0];
  const [fromX, fromY] = points.at(-2) ?? [0, 0];
  const angle = (Math.atan2(y - fromY, x - fromX) * 180) / Math.PI;
  const ink = paint('ink', alone);
  return (
    <>
      <polyline
        points={points.map((point) => point.join(',')).join(' ')}
        fill="none"
        stroke={ink}
        strokeWidth={1.8}
        strokeLinejoin="round"
        {...(kind === 'market' ? {strokeDasharray: '6 4'} : {})}
      />
      <path d="M3 0 L-7 -5 L-7 5 Z" transform={`translate(${x} ${y}) rotate(${angle})`} fill={ink} />
    </>
  );
}

/** A flag on its pole: solid where the known answers lead, dashed where unknown ones leave more open. */
export function FlagMark({flag, alone}: {flag: StaircaseFlag; alone: boolean}) {
  const {kind, pole, banner, texts} = flag;
  const tail = Math.min(banner.height * 0.35, 13);
  const stroke = banner.height < 12 ? 1 : 2;
  const ink = paint('ink', alone);
  const right = banner.x + banner.width;
  const lower = banner.y + banner.height;
  const dash = kind === 'open' ? {strokeDasharray: `${stroke * 2.5} ${stroke * 1.75}`} : {};
  return (
    <g>
      <line x1={pole.x} x2={pole.x} y1={kind === 'open' ? lower : pole.top} y2={pole.foot} stroke={ink} strokeWidth={stroke * 1.2} {...dash} />
      <path
        d={`M${banner.x} ${banner.y} H${right} L${right - tail} ${(banner.y + lower) / 2} L${right} ${lower} H${banner.x} Z`}
        fill={paint(kind === 'reached' ? 'ink' : 'paper', alone)}
        stroke={ink}
        strokeWidth={stroke}
        strokeLinejoin="round"
        {...dash}
      />
      {texts.map((line) => (
        <TextLine key={line.y} line={line} alone={alone} />
      ))}
    </g>
  );
}
