/** A short message that leaves by itself, with a way back where there is one. */
import './toast.css';

export type ToastMessage = {
  readonly text: string;
  /** How long it stays, for what needs longer than reading takes. */
  readonly stayMs?: number;
  readonly action?: { readonly label: string; readonly onClick: () => void };
};

type ToastProps = { readonly message: ToastMessage | undefined; readonly onDone: () => void };

/** The region is always in the page, so that screen readers announce what comes into it. */
export const Toast = ({ message, onDone }: ToastProps) => (
  <div class="toast" role="status">
    {message !== undefined && (
      <div class="toast__message">
        <span>{message.text}</span>
        {message.action !== undefined && (
          <button
            type="button"
            class="toast__action"
            onClick={() => {
              message.action?.onClick();
              onDone();
            }}
          >
            {message.action.label}
          </button>
        )}
      </div>
    )}
  </div>
);
