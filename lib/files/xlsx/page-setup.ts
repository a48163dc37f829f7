import type {WriteSheet} from 'hucre/xlsx';
import type {Translate} from '@/lib/messages/translator';

/** Prints a sheet on A4, as wide as the paper, with a running head and page numbers. */
export function layPages(orientation: 'portrait' | 'landscape', head: string, t: Translate): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  // An ampersand begins a code of headers and footers, and a head may have 255 signs.
  const text = head.slice(0, 100).replace(/[\p{Cc}\p{Cs}\ufffe\uffff]+/gu, ' ').replaceAll('&', '&&');
  return {
    pageSetup: {
      paperSize: 'a4', orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true,
      margins: {top: 0.7, bottom: 0.6, left: 0.45, right: 0.45, header: 0.3, footer: 0.3},
    },
    headerFooter: {oddHeader: `&L${text}&R&A`, oddFooter: `&C${t('result.page-of', {page: '&P', pages: '&N'})}`},
  };
}
