<?php
/**
 * Talks to the service.
 *
 * @package Klarsprak
 */

namespace Klarsprak;

defined( 'ABSPATH' ) || exit;

/** The service that checks texts: `klarsprak serve`. Called from the server only, so that no browser sees the token. */
final class Service {
	/** More than any true answer. */
	const MOST_BYTES = 8000000;

	/**
	 * Why the service gave no answer earlier in this request. It is not asked again, so that a list of posts never
	 * waits for a service that is down.
	 *
	 * @var \WP_Error|null
	 */
	private static $silent = null;

	/**
	 * Checks a text.
	 *
	 * @param Text      $text       The text.
	 * @param Text|null $previous   The text as published.
	 * @param array     $exceptions Waived findings: fingerprint, rule, reason.
	 * @param string    $filename   A label that the service's settings may name.
	 * @return array|\WP_Error `findings`, `stopping` and `added` (fingerprints), `notice` (why the text was not
	 *                         checked as Swedish, or an empty string), held to their shape.
	 */
	public static function review( Text $text, ?Text $previous, array $exceptions, string $filename ) {
		$body = array(
			'text'       => $text->html(),
			'format'     => 'html',
			'filename'   => $filename,
			'exceptions' => $exceptions,
		);
		if ( null !== $previous ) {
			$body['previous'] = $previous->html();
		}
		if ( '' !== Settings::get( 'profile' ) ) {
			$body['profile'] = Settings::get( 'profile' );
		}
		$answer = self::ask( $body );
		return is_wp_error( $answer ) ? $answer : self::read( $answer, null !== $previous );
	}

	/**
	 * Asks the service.
	 *
	 * @param array $body The request.
	 * @return array|\WP_Error The answer, decoded.
	 */
	private static function ask( array $body ) {
		if ( null !== self::$silent ) {
			return self::$silent;
		}
		$json = wp_json_encode( $body );
		if ( false === $json ) {
			return self::unavailable( __( 'The text holds characters that cannot be sent.', 'klarsprak' ) );
		}
		$headers = array(
			'Content-Type' => 'application/json',
			'Accept'       => 'application/json',
		);
		if ( '' !== Settings::token() ) {
			$headers['Authorization'] = 'Bearer ' . Settings::token();
		}
		$response = wp_remote_post(
			Settings::get( 'address' ) . '/v1/verdict',
			array(
				'timeout'             => Settings::get( 'timeout' ),
				'redirection'         => 0,
				'headers'             => $headers,
				'body'                => $json,
				'limit_response_size' => self::MOST_BYTES,
			)
		);
		if ( is_wp_error( $response ) ) {
			self::$silent = self::unavailable( $response->get_error_message() );
			return self::$silent;
		}
		$status  = (int) wp_remote_retrieve_response_code( $response );
		$decoded = json_decode( wp_remote_retrieve_body( $response ), true );
		if ( 200 !== $status ) {
			$detail = is_array( $decoded ) && is_string( $decoded['detail'] ?? null ) ? $decoded['detail'] : '';
			/* translators: 1: HTTP status, 2: what the service says */
			return self::unavailable( trim( sprintf( __( 'The service answered %1$d. %2$s', 'klarsprak' ), $status, $detail ) ) );
		}
		return is_array( $decoded ) ? $decoded : self::garbage();
	}

	/**
	 * Holds an answer to its shape.
	 *
	 * @param array $answer    What the service sent.
	 * @param bool  $is_update True where a published text was sent along.
	 * @return array|\WP_Error
	 */
	private static function read( array $answer, bool $is_update ) {
		$findings = $answer['findings'] ?? null;
		$stopping = $answer['stopping'] ?? null;
		$added    = $is_update ? ( $answer['added'] ?? null ) : array();
		if ( ! is_array( $findings ) || ! is_array( $stopping ) || ! is_array( $added ) || ! is_bool( $answer['verdict']['publish'] ?? null ) ) {
			return self::garbage();
		}
		foreach ( $findings as $finding ) {
			if ( ! is_array( $finding ) || ! self::is_finding( $finding ) ) {
				return self::garbage();
			}
		}
		$fingerprints = array_column( $findings, 'fingerprint' );
		if ( array_diff( $stopping, $fingerprints ) || ( array() === $stopping ) !== $answer['verdict']['publish'] ) {
			return self::garbage();
		}
		return array(
			'findings' => $findings,
			'stopping' => $stopping,
			'added'    => $is_update ? $added : $fingerprints,
			'notice'   => is_string( $answer['verdict']['notice'] ?? null ) ? $answer['verdict']['notice'] : '',
		);
	}

	/**
	 * True for a finding with all that is used of it.
	 *
	 * @param array $finding What the service sent.
	 */
	private static function is_finding( array $finding ): bool {
		foreach ( array( 'ruleId', 'severity', 'message', 'why', 'url', 'fingerprint', 'text' ) as $name ) {
			if ( ! is_string( $finding[ $name ] ?? null ) ) {
				return false;
			}
		}
		if ( ! is_int( $finding['range']['start']['offset'] ?? null ) || ! is_int( $finding['range']['end']['offset'] ?? null ) ) {
			return false;
		}
		foreach ( is_array( $finding['suggestions'] ?? null ) ? $finding['suggestions'] : array( null ) as $suggestion ) {
			if ( ! is_string( $suggestion['title'] ?? null ) || ! is_string( $suggestion['safety'] ?? null ) || ! is_array( $suggestion['edits'] ?? null ) ) {
				return false;
			}
			foreach ( $suggestion['edits'] as $edit ) {
				if ( ! is_int( $edit['start'] ?? null ) || ! is_int( $edit['end'] ?? null ) || ! is_string( $edit['text'] ?? null ) ) {
					return false;
				}
			}
		}
		return true;
	}

	/** The error for an answer that no service of ours gives. */
	private static function garbage(): \WP_Error {
		return self::unavailable( __( 'The answer cannot be read. Is the address right?', 'klarsprak' ) );
	}

	/**
	 * The error for a text that could not be checked.
	 *
	 * @param string $detail For the one who runs the site.
	 */
	private static function unavailable( string $detail ): \WP_Error {
		return new \WP_Error( 'klarsprak_unavailable', $detail );
	}
}
