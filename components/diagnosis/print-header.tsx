type PrintHeaderProps = {
  /** County, period and instrument version. */
  line: string;
  /** What the first page says above the report, where that does not say it itself: also who filled it in. */
  note?: string;
  /** What stands beside the page number; nothing if left out. */
  foot?: string;
  /** “Page {page} of {pages}” with the two placeholders left in. */
  page: string;
  title: string;
};

/**
 * The header and page number of every printed sheet, in the page's margins, and a line above the report
 * that stands in for them in a browser without margin boxes.
 */
export function PrintHeader({line, note, foot = '', page, title}: PrintHeaderProps) {
  const numbers = quote(page).replace('{page}', '" counter(page) "').replace('{pages}', '" counter(pages) "');
  const css = `@page {
    @top-left { content: ${quote(title)}; }
    @top-right { content: ${quote(line)}; }
    @bottom-left { content: ${quote(foot)}; }
    @bottom-right { content: ${numbers}; }
  }`;
  return (
    <>
      <style>{css}</style>
      {note === undefined ? null : <p className="hidden text-sm text-quiet print:block">{note}</p>}
    </>
  );
}

/** A CSS string; whatever could end it, or the style element, is written as an escape. */
function quote(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ·.{},:;()（）、，。/-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
