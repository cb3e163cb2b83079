<?php
/**
 * What the editor asks.
 *
 * @package Klarsprak
 */

namespace Klarsprak;

defined( 'ABSPATH' ) || exit;

/** REST routes under klarsprak/v1. The browser talks to these only, with WordPress' own login and nonce. */
final class Rest {
	const SPACE = 'klarsprak/v1';

	/** The longest reason that the service takes. */
	const MOST_REASON = 1000;

	/** Hooks into WordPress. */
	public static function hook(): void {
		add_action( 'rest_api_init', array( self::class, 'register' ) );
	}

	/** Registers the routes. */
	public static function register(): void {
		$string = array(
			'type'     => 'string',
			'required' => true,
		);
		$text   = array(
			'post'    => array(
				'type'     => 'integer',
				'required' => true,
				'minimum'  => 1,
			),
			'title'   => $string,
			'excerpt' => $string,
			'content' => $string,
		);
		$edits  = static function ( \WP_REST_Request $request ): bool {
			$post = get_post( (int) $request['post'] );
			return null !== $post && Settings::concerns( $post->post_type ) && current_user_can( 'edit_post', $post->ID );
		};
		$waives = static function ( \WP_REST_Request $request ) use ( $edits ): bool {
			return $edits( $request ) && Settings::may_override();
		};
		register_rest_route(
			self::SPACE,
			'/check',
			array(
				'methods'             => 'POST',
				'callback'            => array( self::class, 'check' ),
				'permission_callback' => $edits,
				'args'                => $text,
			)
		);
		$waiver = array(
			'fingerprints' => array(
				'type'     => 'array',
				'required' => true,
				'minItems' => 1,
				'maxItems' => 1000,
				'items'    => array( 'type' => 'string' ),
			),
			'reason'       => array(
				'type'              => 'string',
				'required'          => true,
				'minLength'         => 3,
				'maxLength'         => self::MOST_REASON,
				'sanitize_callback' => static function ( string $reason ): string {
					return trim( sanitize_textarea_field( $reason ) );
				},
			),
		);
		register_rest_route(
			self::SPACE,
			'/exceptions',
			array(
				array(
					'methods'             => 'POST',
					'callback'            => array( self::class, 'waive' ),
					'permission_callback' => $waives,
					'args'                => $text + $waiver,
				),
				array(
					'methods'             => 'DELETE',
					'callback'            => array( self::class, 'restore' ),
					'permission_callback' => $waives,
					'args'                => $text + array( 'fingerprint' => $string ),
				),
			)
		);
		register_rest_route(
			self::SPACE,
			'/status',
			array(
				'methods'             => 'GET',
				'callback'            => array( self::class, 'status' ),
				'permission_callback' => static function (): bool {
					return current_user_can( 'manage_options' );
				},
			)
		);
	}

	/**
	 * Checks the text that stands in the editor.
	 *
	 * @param \WP_REST_Request $request post, title, excerpt, content.
	 */
	public static function check( \WP_REST_Request $request ): array {
		return self::answer( (int) $request['post'], self::outcome( $request ) );
	}

	/**
	 * Waives findings of the text that stands in the editor.
	 *
	 * @param \WP_REST_Request $request As for check, and fingerprints, reason.
	 * @return array|\WP_Error
	 */
	public static function waive( \WP_REST_Request $request ) {
		if ( '' === $request['reason'] ) {
			return new \WP_Error( 'klarsprak_reason', __( 'Write why the text may be published as it is.', 'klarsprak' ), array( 'status' => 400 ) );
		}
		$outcome = self::outcome( $request );
		$names   = array_flip( $request['fingerprints'] );
		$waived  = array_filter(
			$outcome['findings'],
			static function ( array $finding ) use ( $names ): bool {
				return isset( $names[ $finding['fingerprint'] ] );
			}
		);
		if ( array() === $waived ) {
			return new \WP_Error( 'klarsprak_gone', __( 'The text has changed, so the finding is gone. Nothing was saved.', 'klarsprak' ), array( 'status' => 409 ) );
		}
		Store::waive( (int) $request['post'], $waived, $request['reason'] );
		return self::check( $request );
	}

	/**
	 * Takes an exception back.
	 *
	 * @param \WP_REST_Request $request As for check, and fingerprint.
	 */
	public static function restore( \WP_REST_Request $request ): array {
		Store::restore( (int) $request['post'], $request['fingerprint'] );
		return self::check( $request );
	}

	/** Tries the service with a short text. */
	public static function status(): array {
		$review = Service::review( new Text( array( 'title' => 'Prov', 'excerpt' => '', 'content' => '<p>Du får svar.</p>' ) ), null, array(), 'prov.html' ); // phpcs:ignore WordPress.Arrays.ArrayDeclarationSpacing
		return array(
			'works'   => ! is_wp_error( $review ),
			'message' => is_wp_error( $review ) ? $review->get_error_message() : __( 'The service answers. All is well.', 'klarsprak' ),
		);
	}

	/**
	 * Judges the text of a request.
	 *
	 * @param \WP_REST_Request $request post, title, excerpt, content.
	 */
	private static function outcome( \WP_REST_Request $request ): array {
		$post   = get_post( (int) $request['post'] );
		$fields = array(
			'title'   => $request['title'],
			'excerpt' => $request['excerpt'],
			'content' => $request['content'],
		);
		return Gate::check( $post->ID, $post->post_type, $fields, $post );
	}

	/**
	 * What the editor needs of an outcome: positions in the fields, and nothing of the service.
	 *
	 * @param int   $post_id The post.
	 * @param array $outcome What Gate::check gave.
	 */
	private static function answer( int $post_id, array $outcome ): array {
		$stopping = array_flip( array_column( $outcome['stopping'], 'fingerprint' ) );
		$findings = array();
		foreach ( $outcome['findings'] as $finding ) {
			$findings[] = array(
				'ruleId'      => $finding['ruleId'],
				'severity'    => $finding['severity'],
				'message'     => $finding['message'],
				'why'         => $finding['why'],
				'url'         => esc_url_raw( $finding['url'], array( 'http', 'https' ) ),
				'fingerprint' => $finding['fingerprint'],
				'text'        => $finding['text'],
				'stops'       => isset( $stopping[ $finding['fingerprint'] ] ),
				'place'       => $outcome['text']->place( $finding['range']['start']['offset'], $finding['range']['end']['offset'] ),
				'suggestions' => self::suggestions( $finding, $outcome['text'] ),
			);
		}
		return array(
			'state'       => $outcome['state'],
			'holds'       => Gate::holds( $outcome ),
			'message'     => 'unavailable' === $outcome['state'] ? self::about_silence( $outcome ) : '',
			'notice'      => $outcome['notice'],
			'findings'    => $findings,
			'exceptions'  => array_map( array( self::class, 'exception' ), Store::exceptions( $post_id ) ),
			'mayOverride' => Settings::may_override(),
			'held'        => Store::held( $post_id ),
		);
	}

	/**
	 * Suggestions with their edits placed in fields. An edit that lies in no field can be made by nobody.
	 *
	 * @param array $finding A finding.
	 * @param Text  $text    The text that was sent.
	 */
	private static function suggestions( array $finding, Text $text ): array {
		$suggestions = array();
		foreach ( $finding['suggestions'] as $suggestion ) {
			$edits = array();
			foreach ( $suggestion['edits'] as $edit ) {
				$place   = $text->place( $edit['start'], $edit['end'] );
				$edits[] = null === $place ? null : $place + array( 'text' => $edit['text'] );
			}
			$suggestions[] = array(
				'title' => $suggestion['title'],
				'edits' => in_array( null, $edits, true ) ? array() : $edits,
			);
		}
		return $suggestions;
	}

	/**
	 * An exception with the name of the one who made it.
	 *
	 * @param array $exception From Store.
	 */
	private static function exception( array $exception ): array {
		$user = get_userdata( $exception['user'] );
		return array(
			'fingerprint' => $exception['fingerprint'],
			'message'     => $exception['message'],
			'reason'      => $exception['reason'],
			'user'        => $user ? $user->display_name : '',
			'date'        => wp_date( get_option( 'date_format' ), $exception['time'] ),
		);
	}

	/**
	 * What happens while the service is silent; those who run the site also see why it is.
	 *
	 * @param array $outcome What Gate::check gave.
	 */
	private static function about_silence( array $outcome ): string {
		$message = Gate::holds( $outcome )
			? __( 'Klarspråk does not answer, so the text cannot be published now. You can go on writing and save the text as a draft.', 'klarsprak' )
			: __( 'Klarspråk does not answer. You can publish the text, but nobody has checked it.', 'klarsprak' );
		return current_user_can( 'manage_options' ) ? $message . ' (' . $outcome['detail'] . ')' : $message;
	}
}
