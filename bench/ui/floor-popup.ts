/** As much to read as our popup shows first, without a script. */
export const FLOOR_POPUP = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Floor</title>
<style>body { font: 14px system-ui; margin: 16px } section { border: 1px solid; padding: 16px }</style>
<h1>Floor</h1>
<section><h2>This page</h2><p>Nothing is paid here.</p></section>
<section><h2>Budget</h2><p>0.00 of 1,000.00 USD</p><p>Renews on 1 December.</p></section>
<section><h2>Sites</h2><p>Nothing was paid yet.</p></section>
</html>
`
