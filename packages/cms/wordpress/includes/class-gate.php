<?php
/**
 * Decides whether a text may be published.
 *
 * @package Klarsprak
 */

namespace Klarsprak;

defined( 'ABSPATH' ) || exit;

/** The one place where a publication is judged, whichever way it came. */
final class Gate {
	/** Severities that stop, by the level that was chosen. */
	const STOPS = array(
		'error'      => array( 'error' ),
		'warning'    => array( 'error', 'warning' ),
		'suggestion' => array( 'error', 'warning', 'suggestion' ),
	);

	/**
	 * Outcomes of this request, so that a text that passes several hooks is sent once.
	 *
	 * @var array<string, array>
	 */
	private static $known = array();

	/**
	 * Judges a text.
	 *
	 * @param int           $post_id The post; 0 for a new one.
	 * @param string        $type    Its type.
	 * @param array         $fields  title, excerpt, content; unslashed.
	 * @param \WP_Post|null $stored  The post as stored.
	 * @return array `state` (passed, blocked or unavailable), `findings`, `stopping` (findings), `text` (Text), `detail`,
	 *               `notice`.
	 */
	public static function check( int $post_id, string $type, array $fields, ?\WP_Post $stored ): array {
		$exceptions = array_map(
			static function ( array $exception ): array {
				return array_intersect_key( $exception, array_flip( array( 'fingerprint', 'rule', 'reason' ) ) );
			},
			Store::exceptions( $post_id )
		);
		$text       = new Text( $fields );
		$previous   = null !== $stored && self::is_public( $stored->post_status ) ? new Text( self::fields_of( $stored ) ) : null;
		$name       = $type . '/' . ( null !== $stored && '' !== $stored->post_name ? $stored->post_name : 'ny' ) . '.html';
		$key        = md5( serialize( array( $text->html(), null === $previous ? null : $previous->html(), $exceptions, $name ) ) ); // phpcs:ignore WordPress.PHP.DiscouragedPHPFunctions.serialize_serialize
		if ( ! isset( self::$known[ $key ] ) ) {
			self::$known[ $key ] = self::judge( $text, Service::review( $text, $previous, $exceptions, $name ) );
		}
		return self::$known[ $key ];
	}

	/**
	 * Makes an outcome of an answer.
	 *
	 * @param Text            $text   The text.
	 * @param array|\WP_Error $review What Service::review gave.
	 */
	private static function judge( Text $text, $review ): array {
		if ( is_wp_error( $review ) ) {
			return array(
				'state'    => 'unavailable',
				'findings' => array(),
				'stopping' => array(),
				'text'     => $text,
				'detail'   => $review->get_error_message(),
				'notice'   => '',
			);
		}
		$level = Settings::get( 'level' );
		$names = array_flip( 'service' === $level ? $review['stopping'] : $review['added'] );
		$stops = static function ( array $finding ) use ( $level, $names ): bool {
			if ( ! isset( $names[ $finding['fingerprint'] ] ) ) {
				return false;
			}
			return 'service' === $level || ( in_array( $finding['severity'], self::STOPS[ $level ], true ) && ! self::is_fixable( $finding ) );
		};
		$stopping = array_values( array_filter( $review['findings'], $stops ) );
		return array(
			'state'    => array() === $stopping ? 'passed' : 'blocked',
			'findings' => $review['findings'],
			'stopping' => $stopping,
			'text'     => $text,
			'detail'   => '',
			'notice'   => $review['notice'],
		);
	}

	/**
	 * True where the text must not be published.
	 *
	 * @param array $outcome What check gave.
	 */
	public static function holds( array $outcome ): bool {
		return 'blocked' === $outcome['state'] || ( 'unavailable' === $outcome['state'] && 'draft' === Settings::get( 'down' ) );
	}

	/**
	 * Why the text is held, for the one who publishes.
	 *
	 * @param array $outcome What check gave.
	 */
	public static function explain( array $outcome ): string {
		if ( 'unavailable' === $outcome['state'] ) {
			return __( 'Klarspråk does not answer, so the text could not be checked. It was not published. Try again in a while.', 'klarsprak' );
		}
		$count = count( $outcome['stopping'] );
		/* translators: %d: number of findings */
		$first = sprintf( _n( 'Klarspråk found %d thing that must be changed before the text is published:', 'Klarspråk found %d things that must be changed before the text is published:', $count, 'klarsprak' ), $count );
		return $first . ' ' . implode( ' ', array_column( $outcome['stopping'], 'message' ) );
	}

	/**
	 * True for a status that everybody can read, or that WordPress will make so by itself.
	 *
	 * @param string $status A post status.
	 */
	public static function is_publishing( string $status ): bool {
		return 'future' === $status || self::is_public( $status );
	}

	/**
	 * True for a status that everybody can read.
	 *
	 * @param string $status A post status.
	 */
	public static function is_public( string $status ): bool {
		$object = get_post_status_object( $status );
		return null !== $object && $object->public;
	}

	/**
	 * The fields of a post.
	 *
	 * @param \WP_Post $post The post as stored.
	 */
	public static function fields_of( \WP_Post $post ): array {
		return array(
			'title'   => $post->post_title,
			'excerpt' => $post->post_excerpt,
			'content' => $post->post_content,
		);
	}

	/**
	 * True where a rewrite is safe to make unread: such a finding never stops a publication.
	 *
	 * @param array $finding A finding.
	 */
	private static function is_fixable( array $finding ): bool {
		foreach ( $finding['suggestions'] as $suggestion ) {
			if ( 'safe' === $suggestion['safety'] && array() !== $suggestion['edits'] ) {
				return true;
			}
		}
		return false;
	}
}
