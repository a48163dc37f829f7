export const dynamic = 'force-dynamic';
export default function Page() { return <main><h1>empty</h1></main>; }
