<?php
/**
 * Checks every publication on the server.
 *
 * @package Klarsprak
 */

namespace Klarsprak;

defined( 'ABSPATH' ) || exit;

/**
 * The block editor, REST, quick and bulk edit, the classic editor, XML-RPC, plug-ins and the clock all publish through
 * one of four places in WordPress, and each is hooked here. A held text is never lost: a new one stays a draft, and
 * what was changed on a published page is kept as its autosave while the page stays as it is.
 */
final class Publishing {
	/**
	 * Outcome of the post that is being saved.
	 *
	 * @var array|null
	 */
	private static $outcome = null;

	/**
	 * The last post of this request that was held: its `id` and the `outcome`.
	 *
	 * @var array|null
	 */
	private static $held = null;

	/** Hooks into WordPress. */
	public static function hook(): void {
		add_action(
			'rest_api_init',
			static function () {
				foreach ( Settings::get( 'types' ) as $type ) {
					add_filter( "rest_pre_insert_$type", array( self::class, 'answer_rest' ), 99 );
				}
			}
		);
		add_filter( 'wp_insert_post_data', array( self::class, 'hold_insert' ), 99, 2 );
		add_action( 'wp_insert_post', array( self::class, 'note_insert' ), 1, 2 );
		add_action( 'publish_future_post', array( self::class, 'hold_scheduled' ), 1 );
		add_action( 'transition_post_status', array( self::class, 'hold_transition' ), 1, 3 );
	}

	/**
	 * Refuses a publication through REST, so that the editor keeps the text and says why.
	 *
	 * @param \stdClass|\WP_Error $prepared The fields that the request changes.
	 * @return \stdClass|\WP_Error
	 */
	public static function answer_rest( $prepared ) {
		if ( is_wp_error( $prepared ) ) {
			return $prepared;
		}
		$stored = empty( $prepared->ID ) ? null : get_post( (int) $prepared->ID );
		$type   = $prepared->post_type ?? ( null === $stored ? '' : $stored->post_type );
		$status = $prepared->post_status ?? ( null === $stored ? 'draft' : $stored->post_status );
		$fields = null === $stored ? array_fill_keys( array( 'title', 'excerpt', 'content' ), '' ) : Gate::fields_of( $stored );
		foreach ( array_keys( $fields ) as $name ) {
			$fields[ $name ] = (string) ( $prepared->{"post_$name"} ?? $fields[ $name ] );
		}
		if ( ! self::must_check( $type, $status, $fields, $stored ) ) {
			return $prepared;
		}
		$outcome = Gate::check( null === $stored ? 0 : $stored->ID, $type, $fields, $stored );
		if ( ! Gate::holds( $outcome ) ) {
			return $prepared;
		}
		return new \WP_Error(
			'klarsprak_' . $outcome['state'],
			Gate::explain( $outcome ),
			array( 'status' => 'blocked' === $outcome['state'] ? 422 : 503 )
		);
	}

	/**
	 * Keeps a text that must not be published out of what is stored as published.
	 *
	 * @param array $data    The row that is to be stored, slashed.
	 * @param array $postarr What was given to wp_insert_post().
	 */
	public static function hold_insert( $data, $postarr ): array {
		$id     = (int) ( $postarr['ID'] ?? 0 );
		$stored = $id > 0 ? get_post( $id ) : null;
		$fields = array(
			'title'   => wp_unslash( (string) $data['post_title'] ),
			'excerpt' => wp_unslash( (string) $data['post_excerpt'] ),
			'content' => wp_unslash( (string) $data['post_content'] ),
		);
		if ( ! self::must_check( $data['post_type'], $data['post_status'], $fields, $stored ) ) {
			return $data;
		}
		$outcome = Gate::check( $id, $data['post_type'], $fields, $stored );
		if ( 'blocked' === $outcome['state'] && Classic::waives( $id, $outcome['stopping'] ) ) {
			$outcome = Gate::check( $id, $data['post_type'], $fields, $stored );
		}
		if ( Gate::holds( $outcome ) ) {
			$data = null !== $stored && Gate::is_public( $stored->post_status )
				? self::with_autosave( $data, $stored, $fields )
				: array( 'post_status' => 'draft' ) + $data;
		}
		self::$outcome = $outcome;
		return $data;
	}

	/**
	 * Notes the outcome with the post, which has its number now.
	 *
	 * @param int      $post_id The post.
	 * @param \WP_Post $post    The post as stored.
	 */
	public static function note_insert( $post_id, $post ): void {
		if ( null === self::$outcome || ! Settings::concerns( $post->post_type ) ) {
			return;
		}
		$outcome       = self::$outcome;
		self::$outcome = null;
		self::note( (int) $post_id, $outcome );
	}

	/** The post that was held since this was last asked: its `id` and the `outcome`; null where none was. */
	public static function take_held(): ?array {
		$held       = self::$held;
		self::$held = null;
		return $held;
	}

	/**
	 * Checks a scheduled text when its time has come, before WordPress publishes it.
	 *
	 * @param int $post_id The post.
	 */
	public static function hold_scheduled( $post_id ): void {
		$post = get_post( $post_id );
		if ( null === $post || 'future' !== $post->post_status || ! Settings::concerns( $post->post_type ) ) {
			return;
		}
		if ( strtotime( $post->post_date_gmt . ' GMT' ) <= time() ) {
			self::judge_stored( $post );
		}
	}

	/**
	 * Checks what is published without wp_insert_post(), and takes it back.
	 *
	 * @param string   $status The new status.
	 * @param string   $before The status before.
	 * @param \WP_Post $post   The post as stored.
	 */
	public static function hold_transition( $status, $before, $post ): void {
		if ( Gate::is_public( $status ) && ! Gate::is_public( $before ) && Settings::concerns( $post->post_type ) && null === self::$outcome ) {
			self::judge_stored( $post );
		}
	}

	/**
	 * Judges a post as it is stored; one that must not be published becomes a draft.
	 *
	 * @param \WP_Post $post The post.
	 */
	private static function judge_stored( \WP_Post $post ): void {
		$outcome = Gate::check( $post->ID, $post->post_type, Gate::fields_of( $post ), null );
		if ( Gate::holds( $outcome ) ) {
			wp_update_post(
				array(
					'ID'          => $post->ID,
					'post_status' => 'draft',
				)
			);
		}
		self::note( $post->ID, $outcome );
	}

	/**
	 * Notes the outcome with the post, and for the one who is to answer.
	 *
	 * @param int   $post_id The post.
	 * @param array $outcome What Gate::check gave.
	 */
	private static function note( int $post_id, array $outcome ): void {
		Store::note( $post_id, $outcome );
		if ( Gate::holds( $outcome ) ) {
			self::$held = array(
				'id'      => $post_id,
				'outcome' => $outcome,
			);
		}
	}

	/**
	 * True where the text would be published, and is not published as it is already.
	 *
	 * @param string        $type   Its type.
	 * @param string        $status The status that it would have.
	 * @param array         $fields Its text.
	 * @param \WP_Post|null $stored The post as stored.
	 */
	private static function must_check( string $type, string $status, array $fields, ?\WP_Post $stored ): bool {
		if ( ! Settings::concerns( $type ) || ! Gate::is_publishing( $status ) ) {
			return false;
		}
		$was = null === $stored ? 'draft' : $stored->post_status;
		return ! ( Gate::is_public( $was ) || $was === $status ) || Gate::fields_of( $stored ) !== $fields;
	}

	/**
	 * Keeps a changed text as the autosave of the published post, and lets the published one stand.
	 *
	 * @param array    $data   The row that was to be stored, slashed.
	 * @param \WP_Post $stored The post as published.
	 * @param array    $fields The changed text.
	 */
	private static function with_autosave( array $data, \WP_Post $stored, array $fields ): array {
		if ( ! function_exists( 'wp_create_post_autosave' ) ) {
			require_once ABSPATH . 'wp-admin/includes/post.php';
		}
		$draft = array(
			'ID'          => $stored->ID,
			'post_ID'     => $stored->ID,
			'post_type'   => $stored->post_type,
			'post_author' => get_current_user_id(),
		);
		foreach ( $fields as $name => $text ) {
			$draft[ "post_$name" ] = $text;
		}
		wp_create_post_autosave( wp_slash( $draft ) );
		foreach ( array( 'post_title', 'post_excerpt', 'post_content', 'post_status', 'post_modified', 'post_modified_gmt' ) as $name ) {
			$data[ $name ] = wp_slash( $stored->$name );
		}
		return $data;
	}
}
