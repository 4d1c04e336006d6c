/** A record's stage as a small disc that fills as the work proceeds; the word stands beside it. */
import './stage-mark.css';

/** Open work is a fraction of the way; the rest have a sign of their own. */
export type StageShape =
  { readonly fraction: number } | { readonly sign: 'done' | 'pause' | 'stop' };

const signs = { done: 'm5 8.2 2.1 2.1L11 6', pause: 'M6.5 5.75v4.5m3-4.5v4.5', stop: 'M5.5 8h5' };

export const StageMark = ({ shape }: { readonly shape: StageShape }) => (
  <svg class="stage-mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    {'sign' in shape ? (
      <>
        <circle class={`stage-mark__disc stage-mark__disc--${shape.sign}`} cx="8" cy="8" r="6.75" />
        <path class={`stage-mark__sign stage-mark__sign--${shape.sign}`} d={signs[shape.sign]} />
      </>
    ) : (
      <>
        <circle
          class={`stage-mark__ring ${shape.fraction === 0 ? 'stage-mark__ring--idea' : ''}`}
          cx="8"
          cy="8"
          r="6"
        />
        {/* A stroke as wide as its radius is long draws a slice. */}
        <circle
          class="stage-mark__slice"
          cx="8"
          cy="8"
          r="2"
          pathLength={1}
          stroke-dasharray={`${shape.fraction} 1`}
          transform="rotate(-90 8 8)"
        />
      </>
    )}
  </svg>
);
