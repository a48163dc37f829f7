import type {Staircase as Picture} from '@/lib/report/staircase/picture';
import {Staircase} from './staircase';

/** Small staircases side by side, each leading to what is known of its county. */
export function BenchmarkPictures({pictures}: {pictures: readonly {id: string; picture: Picture; note: string}[]}) {
  return (
    <ul className="my-4 grid gap-6 sm:grid-cols-3 print:grid-cols-3">
      {pictures.map(({id, picture, note}) => (
        <li key={id} className="break-inside-avoid">
          <Staircase picture={picture} idPrefix={`benchmark-${id}`} className="h-auto w-full max-w-72" />
          <p className="mt-1 text-sm text-quiet">{note}</p>
        </li>
      ))}
    </ul>
  );
}
