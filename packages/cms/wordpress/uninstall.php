<?php
/**
 * Takes away all that the plug-in has stored.
 *
 * @package Klarsprak
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

foreach ( array( 'klarsprak_settings', 'klarsprak_token' ) as $klarsprak_option ) {
	delete_option( $klarsprak_option );
}
foreach ( array( '_klarsprak_exceptions', '_klarsprak_log', '_klarsprak_held', '_klarsprak_unchecked' ) as $klarsprak_key ) {
	delete_post_meta_by_key( $klarsprak_key );
}
