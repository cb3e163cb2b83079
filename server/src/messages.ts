import { type Connection, type MessageType, ShowMessageNotification } from 'vscode-languageserver'

/** Tells the user something. A notification: a client that does not answer requests must not stop the server. */
export function showMessage(connection: Connection, type: MessageType, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message })
}
