<?php
/**
 * The classic editor and the lists of posts.
 *
 * @package Klarsprak
 */

namespace Klarsprak;

defined( 'ABSPATH' ) || exit;

/** Says why a text was held, where there is no panel to say it. */
final class Classic {
	const NONCE  = 'klarsprak_nonce';
	const REASON = 'klarsprak_reason';

	/** Hooks into WordPress. */
	public static function hook(): void {
		add_action( 'add_meta_boxes', array( self::class, 'add_box' ), 10, 2 );
		add_action( 'admin_notices', array( self::class, 'show_notice' ) );
		add_filter( 'display_post_states', array( self::class, 'add_state' ), 10, 2 );
		add_filter( 'redirect_post_location', array( self::class, 'correct_message' ), 10, 2 );
	}

	/**
	 * Adds the box to the classic editor only.
	 *
	 * @param string            $type The post type.
	 * @param \WP_Post|\stdClass $post The post.
	 */
	public static function add_box( $type, $post ): void {
		if ( $post instanceof \WP_Post && Settings::concerns( $type ) && Settings::may_override() ) {
			add_meta_box( 'klarsprak', 'Klarspråk', array( self::class, 'show_box' ), $type, 'side', 'high', array( '__back_compat_meta_box' => true ) );
		}
	}

	/** The field for the one who may publish in spite of findings. */
	public static function show_box(): void {
		wp_nonce_field( 'klarsprak_waive', self::NONCE );
		printf(
			'<p><label for="%1$s">%2$s</label></p><textarea id="%1$s" name="%1$s" rows="3" class="widefat" maxlength="%3$d"></textarea>',
			esc_attr( self::REASON ),
			esc_html__( 'If Klarspråk stops the text and it must be published as it is: write why. The reason is saved.', 'klarsprak' ),
			(int) Rest::MOST_REASON
		);
	}

	/**
	 * Waives what stops the text, where the form gives a reason and the user may.
	 *
	 * @param int     $post_id  The post.
	 * @param array[] $stopping The findings.
	 */
	public static function waives( int $post_id, array $stopping ): bool {
		if ( 0 === $post_id || ! isset( $_POST[ self::NONCE ], $_POST[ self::REASON ] ) ) {
			return false;
		}
		$reason = mb_substr( trim( sanitize_textarea_field( wp_unslash( $_POST[ self::REASON ] ) ) ), 0, Rest::MOST_REASON );
		if ( '' === $reason || ! wp_verify_nonce( sanitize_key( $_POST[ self::NONCE ] ), 'klarsprak_waive' ) || ! Settings::may_override() ) {
			return false;
		}
		Store::waive( $post_id, $stopping, $reason );
		return true;
	}

	/** Says on the editing page why the text was held, or that nobody has checked it. */
	public static function show_notice(): void {
		$screen = get_current_screen();
		$post   = get_post();
		if ( null === $screen || 'post' !== $screen->base || null === $post || ! Settings::concerns( $post->post_type ) || $screen->is_block_editor() ) {
			return;
		}
		$held = Store::held( $post->ID );
		if ( null !== $held ) {
			$what = 'blocked' === $held['state']
				? __( 'Klarspråk stopped the publication. Change this first:', 'klarsprak' )
				: __( 'Klarspråk does not answer, so the text could not be checked. It was not published. Try again in a while.', 'klarsprak' );
			printf( '<div class="notice notice-error klarsprak-held"><p><strong>%s</strong></p>', esc_html( $what ) );
			if ( 'blocked' === $held['state'] ) {
				printf( '<ul class="ul-disc"><li>%s</li></ul>', implode( '</li><li>', array_map( 'esc_html', $held['reasons'] ) ) ); // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped
			}
			if ( Gate::is_public( $post->post_status ) ) {
				printf( '<p>%s</p>', esc_html__( 'The published page is as it was. Your changes are kept as an autosave.', 'klarsprak' ) );
			}
			echo '</div>';
		} elseif ( get_post_meta( $post->ID, Store::UNCHECKED, true ) ) {
			printf( '<div class="notice notice-warning klarsprak-unchecked"><p>%s</p></div>', esc_html__( 'Klarspråk did not answer when the text was published, so nobody has checked it.', 'klarsprak' ) );
		}
	}

	/**
	 * Marks held and unchecked posts in the lists.
	 *
	 * @param string[] $states The states.
	 * @param \WP_Post $post   The post.
	 */
	public static function add_state( $states, $post ): array {
		if ( null !== Store::held( $post->ID ) ) {
			$states['klarsprak'] = __( 'Stopped by Klarspråk', 'klarsprak' );
		} elseif ( get_post_meta( $post->ID, Store::UNCHECKED, true ) ) {
			$states['klarsprak'] = __( 'Not checked by Klarspråk', 'klarsprak' );
		}
		return $states;
	}

	/**
	 * Keeps the classic editor from saying that a held text was published.
	 *
	 * @param string $location Where the editor goes after saving.
	 * @param int    $post_id  The post.
	 */
	public static function correct_message( $location, $post_id ): string {
		if ( null === Store::held( (int) $post_id ) ) {
			return $location;
		}
		return Gate::is_public( (string) get_post_status( $post_id ) ) ? remove_query_arg( 'message', $location ) : add_query_arg( 'message', 10, $location );
	}
}
