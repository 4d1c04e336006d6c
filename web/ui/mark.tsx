/** The product's mark: a loop that comes round to the place where the work is done. */
import './mark.css';

export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <path class="mark__loop" d="M24.5 8.9A11 11 0 1 0 27 16h-6" />
    <circle class="mark__place" cx="16" cy="16" r="3" />
  </svg>
);
