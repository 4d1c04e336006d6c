/** Floor of every start: a Preact page that shows fifty rows of nothing. */
import { render } from 'preact';

const rows = Array.from({ length: 50 }, (_, at) => (
  <div data-testid="register-row" key={at}>
    Row {at}
  </div>
));
const root = document.getElementById('app');
if (root !== null) render(<main>{rows}</main>, root);
