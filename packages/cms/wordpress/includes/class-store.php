<?php
/**
 * What is kept with a post.
 *
 * @package Klarsprak
 */

namespace Klarsprak;

defined( 'ABSPATH' ) || exit;

/** Waived findings, the log, and why a post was held back: protected meta of the post, which no REST answer shows. */
final class Store {
	/** Waived findings by fingerprint. */
	const EXCEPTIONS = '_klarsprak_exceptions';

	/** One row for each thing that happened. */
	const LOG = '_klarsprak_log';

	/** Why the last publication was stopped. */
	const HELD = '_klarsprak_held';

	/** When the post was published without a check. */
	const UNCHECKED = '_klarsprak_unchecked';

	/**
	 * The waived findings of a post.
	 *
	 * @param int $post_id The post; 0 for one that is not saved yet.
	 * @return array[] fingerprint, rule, message, text, reason, user (id), time (Unix).
	 */
	public static function exceptions( int $post_id ): array {
		$stored = $post_id > 0 ? get_post_meta( $post_id, self::EXCEPTIONS, true ) : array();
		return is_array( $stored ) ? array_values( $stored ) : array();
	}

	/**
	 * Waives findings, and logs it.
	 *
	 * @param int    $post_id  The post.
	 * @param array  $findings The findings.
	 * @param string $reason   Why, for the one who reads later.
	 */
	public static function waive( int $post_id, array $findings, string $reason ): void {
		$exceptions = array_column( self::exceptions( $post_id ), null, 'fingerprint' );
		foreach ( $findings as $finding ) {
			$exceptions[ $finding['fingerprint'] ] = array(
				'fingerprint' => $finding['fingerprint'],
				'rule'        => $finding['ruleId'],
				'message'     => $finding['message'],
				'text'        => $finding['text'],
				'reason'      => $reason,
				'user'        => get_current_user_id(),
				'time'        => time(),
			);
		}
		update_post_meta( $post_id, self::EXCEPTIONS, wp_slash( $exceptions ) );
		self::log( $post_id, 'waived', $reason, array_column( $findings, 'message' ) );
	}

	/**
	 * Takes an exception back, and logs it.
	 *
	 * @param int    $post_id     The post.
	 * @param string $fingerprint The waived finding.
	 */
	public static function restore( int $post_id, string $fingerprint ): void {
		$exceptions = array_column( self::exceptions( $post_id ), null, 'fingerprint' );
		if ( ! isset( $exceptions[ $fingerprint ] ) ) {
			return;
		}
		self::log( $post_id, 'restored', '', array( $exceptions[ $fingerprint ]['message'] ) );
		unset( $exceptions[ $fingerprint ] );
		update_post_meta( $post_id, self::EXCEPTIONS, wp_slash( $exceptions ) );
	}

	/**
	 * Notes what became of a publication.
	 *
	 * @param int   $post_id The post.
	 * @param array $outcome What Gate::check gave.
	 */
	public static function note( int $post_id, array $outcome ): void {
		delete_post_meta( $post_id, self::HELD );
		delete_post_meta( $post_id, self::UNCHECKED );
		if ( Gate::holds( $outcome ) ) {
			$reasons = 'blocked' === $outcome['state'] ? array_column( $outcome['stopping'], 'message' ) : array( $outcome['detail'] );
			$held    = array(
				'state'   => $outcome['state'],
				'reasons' => $reasons,
				'time'    => time(),
			);
			update_post_meta( $post_id, self::HELD, wp_slash( $held ) );
			self::log( $post_id, $outcome['state'], '', $reasons );
		} elseif ( 'unavailable' === $outcome['state'] ) {
			update_post_meta( $post_id, self::UNCHECKED, time() );
			self::log( $post_id, 'unchecked', $outcome['detail'], array() );
		}
	}

	/**
	 * Why the post was held back last, or null.
	 *
	 * @param int $post_id The post.
	 * @return array{state: string, reasons: string[], time: int}|null
	 */
	public static function held( int $post_id ): ?array {
		$held = get_post_meta( $post_id, self::HELD, true );
		return is_array( $held ) ? $held : null;
	}

	/**
	 * The latest rows of the log, of all posts.
	 *
	 * @param int $count How many.
	 * @return array[] post, what, reason, messages, user, time.
	 */
	public static function latest( int $count ): array {
		global $wpdb;
		// phpcs:ignore WordPress.DB.DirectDatabaseQuery -- no function of WordPress reads one key of all posts in order.
		$rows = $wpdb->get_results(
			$wpdb->prepare( "SELECT post_id, meta_value FROM $wpdb->postmeta WHERE meta_key = %s ORDER BY meta_id DESC LIMIT %d", self::LOG, $count )
		);
		$entries = array();
		foreach ( $rows as $row ) {
			$entry = maybe_unserialize( $row->meta_value );
			if ( is_array( $entry ) ) {
				$entries[] = array( 'post' => (int) $row->post_id ) + $entry;
			}
		}
		return $entries;
	}

	/**
	 * Adds a row to the log of a post.
	 *
	 * @param int      $post_id  The post.
	 * @param string   $what     waived, restored, blocked, unavailable or unchecked.
	 * @param string   $reason   Why.
	 * @param string[] $messages The findings in question.
	 */
	private static function log( int $post_id, string $what, string $reason, array $messages ): void {
		$entry = array(
			'what'     => $what,
			'reason'   => $reason,
			'messages' => $messages,
			'user'     => get_current_user_id(),
			'time'     => time(),
		);
		add_post_meta( $post_id, self::LOG, wp_slash( $entry ) );
	}
}
