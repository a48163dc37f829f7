import {ImageRun, Paragraph} from 'docx';
import type {Locale} from '@/lib/instrument/schema';
import type {ReportFigure} from '@/lib/report/document/stage-report';
import {renderPng} from '../png/render-png';
import {TYPE_AREA} from './page-layout';
import {printableText} from './printable-text';
import {textRuns} from './text-runs';

const MM_AN_INCH = 25.4;
/** Dots an inch of a picture on paper. */
const PRINTED_DPI = 300;
/** Pixels an inch in which the library takes the size of a picture. */
const LAYOUT_DPI = 96;

/** Room for the caption and the heading that stay with a picture, in mm. */
const ROOM_BESIDE_MM = 45;

/** Size on paper in mm: as wide as the type area, or less where it would not fit on a page with its caption. */
export function fitFigure({width, height}: {width: number; height: number}): {widthMm: number; heightMm: number} {
  const scale = Math.min(TYPE_AREA.widthMm / width, (TYPE_AREA.heightMm - ROOM_BESIDE_MM) / height);
  return {widthMm: width * scale, heightMm: height * scale};
}

/** A picture with its alternative text, and its caption, which stays with it. */
export async function buildFigure({id, caption, drawing}: ReportFigure, locale: Locale): Promise<Paragraph[]> {
  const {widthMm, heightMm} = fitFigure(drawing);
  const png = await renderPng(drawing, Math.round((widthMm / MM_AN_INCH) * PRINTED_DPI));
  const picture = new ImageRun({
    type: 'png',
    data: png.data,
    transformation: {width: (widthMm / MM_AN_INCH) * LAYOUT_DPI, height: (heightMm / MM_AN_INCH) * LAYOUT_DPI},
    altText: {name: id, title: printableText(drawing.title), description: printableText(drawing.description)},
  });
  return [new Paragraph({style: 'Figure', children: [picture]}), new Paragraph({style: 'FigureCaption', children: textRuns(caption, locale)})];
}
