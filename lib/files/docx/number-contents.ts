import type {IXmlableObject, PageNumberEstimator} from 'docx';

/** Beginning of the names of the bookmarks that the library sets on the headings of the contents. */
const MARK = '_Toc';

/** Names of the bookmarks on headings anywhere in formed XML, in order. */
function listMarks(xml: unknown): string[] {
  if (Array.isArray(xml)) return xml.flatMap(listMarks);
  if (typeof xml !== 'object' || xml === null) return [];
  return Object.entries(xml).flatMap(([name, content]) => {
    if (name !== 'w:bookmarkStart') return name === '_attr' ? [] : listMarks(content);
    const mark = (content as {_attr?: {'w:name'?: string}})._attr?.['w:name'] ?? '';
    return mark.startsWith(MARK) ? [mark] : [];
  });
}

/**
 * Gives the contents the page numbers that their headings are thought to stand on, in order, so that they are complete in
 * every program. They are estimates: the field is written as to be updated, and Word asks to do so when it opens the file.
 */
export function numberContents(pages: readonly number[]): PageNumberEstimator {
  return (body: IXmlableObject) => ({bookmarks: new Map(listMarks(body).map((mark, index) => [mark, String(pages[index] ?? '')]))});
}
