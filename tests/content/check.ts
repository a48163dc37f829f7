/** `npm run content:check`: every problem of content/ with file and place; exit code 1 when there is one. */
import {readContent} from '@/lib/instrument/registry';
import {findContentProblems} from './content-problems';

const problems = findContentProblems(readContent(process.cwd()), process.cwd());
for (const {file, path, message} of problems) console.error(`${file}: ${path}: ${message}`);
console.log(problems.length === 0 ? 'content/: no problem found' : `content/: ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
